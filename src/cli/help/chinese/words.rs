//! Words that mean the same wherever they stand: what takes the place of a value, headings, and values to choose from.

/// What takes the place of a value.
pub(super) const VALUE_NAMES: &[(&str, &str)] = &[
    ("A", "方案一"),
    ("B", "方案二"),
    ("BASE", "基准"),
    ("COMMAND", "命令"),
    ("DATE", "日期"),
    ("DIR", "文件夹"),
    ("FILE", "活动文件"),
    ("FILE-or-PLAN", "活动文件或方案"),
    ("FORMAT", "格式"),
    ("FORMATS", "格式"),
    ("KIND:ID", "种类:编号"),
    ("LANGUAGE", "语言"),
    ("N", "人数"),
    ("ORDER", "次序"),
    ("PATH=VALUE", "项目=值"),
    ("PLAN", "方案"),
    ("POST", "岗位"),
    ("POST@DATE", "岗位@日期"),
    ("PROGRAM", "程序"),
    ("SCENARIO", "比选方案"),
    ("SECONDS", "秒数"),
    ("SHEET", "文件"),
    ("SHEETS", "纸张"),
    ("WHEN", "何时"),
    ("WHO[@DATE]", "谁[@日期]"),
];

/// Headings of groups of options.
pub(super) const HEADINGS: &[(&str, &str)] = &[("Everywhere", "通用选项"), ("Variations", "假如")];

/// What can be chosen.
pub(super) const VALUES: &[(&str, &str)] = &[
    ("all", "三种都排"),
    ("always", "都用"),
    ("ambassador", "按大使"),
    ("auto", "在终端上才用"),
    ("cards", "大使卡片"),
    ("csv", "逗号分隔的表"),
    ("date", "按日期"),
    ("duty", "值班表"),
    ("en", "英文"),
    ("html", "网页"),
    ("ics", "日历"),
    ("json", "数据"),
    ("letters", "致单位函"),
    ("months", "各月安排"),
    ("never", "不用"),
    ("pairings", "结对一览"),
    ("pdf", "PDF 文件"),
    ("poster", "公告"),
    ("sign-in", "签到表"),
    ("summary", "安排小结"),
    ("text", "文字"),
    ("txt", "微信通知"),
    ("unit", "按单位"),
    ("weekly-sign-in", "每周签到表"),
    ("xlsx", "工作簿"),
    ("year", "全年表"),
    ("zh", "中文"),
];
