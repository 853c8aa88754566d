//! What `print` says of its work.

use crate::{
    diagnostic::reference::{Bearer, Kind},
    domain::Language,
    render::wording::{
        Phrase,
        command::{self, NoSuchDay},
        count, told_apart,
    },
};

/// One message; a path in it is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Print {
    /// A file of a print, or a folder of it with its files.
    Written {
        /// The path.
        path: String,
        /// How many files, where it is a folder.
        files: Option<usize>,
    },
    /// No browser was found that could print.
    NoBrowser(Made),
    /// The browser asked for is not there.
    NoSuchBrowser(String, Made),
    /// A browser did not print a sheet.
    NotMade {
        /// The sheet.
        sheet: String,
        /// As what.
        made: Made,
        /// Why.
        cause: String,
    },
    /// None of the sheets asked for is made as a picture.
    NoPicture,
    /// Nothing of what was asked for has anything to show.
    Nothing,
    /// How to print the HTML.
    PrintByHand(Made),
    /// A plan's campaign is not where the plan says; the path.
    CampaignMissing(String),
    /// What to do about it.
    NameCampaign,
    /// `--campaign` was given for a file that is no plan.
    NoPlanFile(String),
    /// The campaign has changed since the plan was made, and the plan still holds.
    StillHolds,
    /// Somebody without a place, or a need, could be served by a place that is free.
    RoomLeft,
    /// A plan breaks the rules of its campaign and is not printed.
    NotPrinted(String),
    /// What should be a file is a folder.
    IsFolder(String),
    /// A day on the command line is none in the year of the season.
    NoSuchDay(NoSuchDay),
    /// `--for` names no unit.
    NoSuchUnit(String),
    /// `--for` names a unit that only the plans before have.
    UnitGone(String),
    /// `--for` names several units.
    SeveralUnits {
        /// The name as typed.
        word: String,
        /// Those that bear it.
        bearers: Vec<Bearer>,
    },
    /// Something is asked for that no unit gets.
    NotForUnit,
    /// Names are to be hidden, and the plan as JSON would tell them: ids are names.
    IdsAreNames,
    /// What to do about it.
    Repair {
        /// The campaign file.
        campaign: String,
        /// The plan.
        plan: String,
        /// With what it was varied.
        variations: Vec<String>,
    },
}

impl Phrase for Print {
    fn zh(&self) -> String {
        match self {
            Self::Written { path, files: None } => path.clone(),
            Self::Written { path, files: Some(files) } => format!("{path}（{files} 个文件）"),
            Self::NoBrowser(made) => {
                format!("没有找到 Chromium、Chrome 或 Edge 浏览器，没有生成 {}；HTML 已经写好", made.zh())
            }
            Self::NoSuchBrowser(path, made) => {
                format!("找不到浏览器 {path}，没有生成 {}；HTML 已经写好", made.zh())
            }
            Self::NotMade { sheet, made, cause } => {
                format!("浏览器没有把 {sheet} 做成 {}：{cause}；HTML 已经写好", made.zh())
            }
            Self::Nothing => "没有可印的：所要的纸张和格式里都没有内容".into(),
            Self::NoPicture => "PNG 图片只有公告（poster）和周四行动全年安排（year）".into(),
            Self::PrintByHand(Made::Picture) => {
                "用浏览器打开 HTML 文件，截长图发到群里；浏览器装在别处的，用 --browser 指明".into()
            }
            Self::PrintByHand(Made::Pdf) => {
                "用浏览器打开 HTML 文件，按 Ctrl+P（苹果电脑按 ⌘P），纸张选 A4，勾选“背景图形”，去掉“页眉和页脚”，即可打印或另存为 PDF；浏览器装在别处的，用 --browser 指明"
                    .into()
            }
            Self::CampaignMissing(path) => format!("找不到方案所属的活动文件 {path}"),
            Self::NameCampaign => "用 --campaign FILE 指明活动文件".into(),
            Self::NoPlanFile(path) => format!("{path} 不是安排方案，--campaign 只用于安排方案"),
            Self::StillHolds => "活动文件和排方案时用的不一样；方案核对过，符合现在的各项规则".into(),
            Self::RoomLeft => "照现在的活动文件，还有空位可以补上，见“待安排”和“空岗”".into(),
            Self::NotPrinted(path) => format!("{path} 不符合现在的活动文件，不予打印"),
            Self::IsFolder(path) => format!("{path} 是一个文件夹，不能当文件写"),
            Self::NoSuchDay(day) => day.zh(),
            Self::NoSuchUnit(named) => format!("活动里没有 {named} 这家单位，请写 --for unit:编号"),
            Self::UnitGone(word) => format!(
                "{word} 已经不在活动里，没有给它单独打印的；它的调整通知和消息在整份打印里：去掉 --for"
            ),
            Self::SeveralUnits { word, bearers } => {
                let told_apart = told_apart(Language::Zh, Kind::Unit, bearers);
                format!("有 {} 个{}都叫 {word}，{told_apart}", bearers.len(), Kind::Unit.zh())
            }
            Self::NotForUnit => {
                "给单位的只有接待函、调整通知、签到表（--sheet letters,changes,sign-in,weekly-sign-in）和通知、日历（--to html,pdf,docx,ics,txt）".into()
            }
            Self::IdsAreNames => {
                "有大使的编号就是姓名，JSON 里会露出来；请给每位大使写上编号（id），或者不用 --to json".into()
            }
            Self::Repair { campaign, plan, variations } => {
                format!("用 {} 以最小的改动调整", repair(campaign, plan, variations))
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Written { path, files: None } => path.clone(),
            Self::Written { path, files: Some(files) } => {
                format!("{path} ({})", count(*files, "file", "files"))
            }
            Self::NoBrowser(made) => format!(
                "no Chromium, Chrome or Edge was found, so there is no {}; the HTML is written",
                made.en()
            ),
            Self::NoSuchBrowser(path, made) => {
                format!("there is no browser at {path}, so there is no {}; the HTML is written", made.en())
            }
            Self::NotMade { sheet, made, cause } => {
                format!("the browser did not make a {} of {sheet}: {cause}; the HTML is written", made.en())
            }
            Self::Nothing => "nothing to print: what was asked for has nothing to show".into(),
            Self::NoPicture => "only the poster and the year are made as pictures".into(),
            Self::PrintByHand(Made::Picture) => {
                "open the HTML in a browser and take a screenshot of the whole page; name a browser that is \
                 elsewhere with --browser"
                    .into()
            }
            Self::PrintByHand(Made::Pdf) => {
                "open the HTML in a browser and press Ctrl+P (on a Mac ⌘P): paper A4, background graphics on, \
                 headers and footers off; name a browser that is elsewhere with --browser"
                    .into()
            }
            Self::CampaignMissing(path) => format!("the plan's campaign was not found at {path}"),
            Self::NameCampaign => "name the campaign with --campaign FILE".into(),
            Self::NoPlanFile(path) => format!("{path} is no saved plan; --campaign is for plans only"),
            Self::StillHolds => "the campaign has changed since the plan was made; the plan still holds".into(),
            Self::RoomLeft => {
                "as the campaign is now, places are free that could be taken: see who is not placed and which needs are not met".into()
            }
            Self::NotPrinted(path) => format!("{path} does not hold for its campaign and is not printed"),
            Self::IsFolder(path) => format!("{path} is a folder and cannot be written as a file"),
            Self::NoSuchDay(day) => day.en(),
            Self::NoSuchUnit(named) => format!("the campaign has no unit {named}; write --for unit:ID"),
            Self::UnitGone(word) => format!(
                "{word} is no longer in the campaign, and nothing is printed for it alone; its change notice and message are in the whole print: leave --for out"
            ),
            Self::SeveralUnits { word, bearers } => {
                let told_apart = told_apart(Language::En, Kind::Unit, bearers);
                format!("{} units are called {word}; {told_apart}", bearers.len())
            }
            Self::NotForUnit => {
                "a unit gets letters, change notices and sign-in sheets (--sheet letters,changes,sign-in,weekly-sign-in), \
                 messages and calendars (--to html,pdf,docx,ics,txt)"
                    .into()
            }
            Self::IdsAreNames => {
                "JSON names people by ids that are their names: give them ids, or leave --to json out".into()
            }
            Self::Repair { campaign, plan, variations } => {
                format!("{} mends it with the smallest change", repair(campaign, plan, variations))
            }
        }
    }
}

/// The command that mends a plan.
fn repair(campaign: &str, plan: &str, variations: &[String]) -> String {
    let (campaign, plan) = (command::path(campaign), command::path(plan));
    let words = ["chuxin repair".to_owned(), campaign, "--plan".to_owned(), plan];
    let options = variations.iter().map(|written| command::option(written));
    words.into_iter().chain(options).collect::<Vec<String>>().join(" ")
}

labels! {
    /// What a browser makes of a sheet.
    pub enum Made {
        /// Pages.
        Pdf: "PDF", "PDF";
        /// A picture.
        Picture: "PNG 图片", "PNG picture";
    }
}

labels! {
    /// The stem of a file, or a folder.
    pub enum Name {
        /// Behind the name of a copy that holds personal telephone numbers.
        WithContacts: "-含电话", "-contacts";
        /// Behind the name of a sheet that is one long picture.
        LongPicture: "-长图", "-picture";
        /// The plan as JSON.
        Plan: "安排方案", "plan";
        /// The workbook.
        Workbook: "安排总表", "workbook";
        /// The folder of comma-separated values.
        Tables: "数据表", "tables";
        /// The folder of calendars.
        Calendars: "日历", "calendars";
        /// The folder of messages.
        Messages: "通知", "messages";
        /// The list of whom to tell what has changed.
        ToTell: "要通知的人", "whom to tell";
        /// The folder for files of earlier prints that somebody has edited.
        Old: "旧材料", "former papers";
        /// The calendar of everything.
        All: "全部", "all";
        /// The folder with a file for each unit.
        Units: "单位", "units";
        /// The folder with a file for each ambassador.
        Ambassadors: "大使", "ambassadors";
        /// The folder with a file for each neighbourhood to which something is to be told.
        Neighbourhoods: "居民区", "neighbourhoods";
        /// The folder with a file for each day.
        Days: "日期", "days";
        /// Somebody whom the campaign no longer has, where the name is hidden.
        Former: "原大使", "former ambassador";
    }
}
