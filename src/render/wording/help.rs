//! Words on a page of help that are the same for every command.

labels! {
    /// One of them.
    pub enum Word {
        /// How a command is written.
        Usage: "用法", "Usage";
        /// Commands below another.
        Commands: "命令", "Commands";
        /// What has its place by order alone.
        Arguments: "参数", "Arguments";
        /// What has a name.
        Options: "选项", "Options";
        /// Behind a heading.
        Colon: "：", ":";
    }
}
