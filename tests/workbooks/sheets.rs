//! Sheets in words, and the workbook that they make.

use chuxin::{
    diagnostic::Diagnostic,
    domain::Language,
    pipeline, render,
    source::{FileId, Sources},
};
use rust_xlsxwriter::Workbook;

/// A sheet: its name, and its rows with `|` between the cells.
pub type Sheet<'a> = (&'a str, &'a [&'a str]);

/// A campaign that nothing is wrong with.
pub const SOUND: [Sheet<'static>; 4] = [
    ("活动", &["项目|内容", "名称|初心体验", "体验期|2018-10-22..2018-11-02"]),
    ("单位", &["编号|名称", "bank|临汾路支行"]),
    ("岗位", &["编号|单位|岗位|日期", "lobby|bank|大堂经理|2018-10-23"]),
    ("大使", &["姓名|第一志愿", "林晓|大堂经理"]),
];

/// A campaign with something on every sheet.
pub const SHEETS: [Sheet<'static>; 10] = [
    ("说明", &["随便写什么"]),
    (
        "活动",
        &[
            "项目|内容",
            "名称|青禾",
            "体验期|2026-10-19..2026-10-30",
            "携带|身份证、水杯",
            "联系人.姓名|李主任",
            "contact.phone|021-0000 0000",
        ],
    ),
    (
        "单位",
        &[
            "成员单位一览",
            "编号|名称|不接待|总人次|坐标|可送主题",
            "clinic|社区卫生服务中心|10月20日||31.3052、121.4563|健康，急救",
            "",
            "fire|消防救援站||`6`|31.3、121.4",
        ],
    ),
    (
        "岗位",
        &[
            "编号|单位|岗位（必填）|日期|班次|每场人数|需要人数.每场|要求",
            "guide|社区卫生服务中心|门诊导医|10月19日至23日⏎2026-10-26|08:00-11:00、13:00-15:00|`1`|`1`",
            "drill|fire|消防演练员|10月21日、28日|13:30-16:30|2-4||健康证",
        ],
    ),
    (
        "大使",
        &[
            "姓名|手机号|第一志愿|第二志愿|可参加日期|服从调剂|证件|天数.最多",
            "佘松岩|`13800000001`|门诊导医|消防演练员||服从|健康证（至2026-12-31）、党员",
            "茅如兰||消防演练员/guide||10月21日|不服从|健康证|`2`",
            "邬连城||门诊导医@10月22日 08:00-11:00|drill|从不",
        ],
    ),
    ("规则", &["天数.最多|`2`", "回本单位|能", "先后顺序|岗位落实、人人参与、体验人次、志愿"]),
    (
        "约定",
        &[
            "类型|大使|岗位|日期|备注",
            "固定|佘松岩|消防演练员|10月21日|说好的",
            "回避|茅如兰|guide|10月22日⏎10月23日",
            "尽量同去|佘松岩、茅如兰",
        ],
    ),
    ("居民区", &["名称|需要主题|坐标", "东里居民区|健康|31.31、121.45"]),
    ("主题", &["名称", "健康", "急救"]),
    (
        "周四行动",
        &[
            "项目|内容",
            "月份|2026-11..2026-12",
            "每单位居民区.最少|`0`",
            "每单位居民区.最多|`1`",
            "固定结对|[{unit: clinic, neighbourhood: 东里居民区}]",
        ],
    ),
];

/// The bytes of a workbook. Cells in backquotes are numbers.
pub fn bytes(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, words) in (0..).zip(cells.split('|')) {
                match words.strip_prefix('`').and_then(|number| number.strip_suffix('`')) {
                    Some(number) => sheet.write(row, column, number.parse::<f64>().unwrap()).unwrap(),
                    None => sheet.write(row, column, words.replace("⏎", "\n")).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

pub fn add(sources: &mut Sources, sheets: &[Sheet<'_>]) -> FileId {
    sources.add_bytes("campaign.xlsx", &bytes(sheets)).unwrap()
}

/// The sound campaign with other sheets in the place of those of the same name, or behind them.
pub fn sound_but<'a>(sheets: &[Sheet<'a>]) -> Vec<Sheet<'a>> {
    let other = |name: &str| sheets.iter().find(|(own, _)| *own == name).copied();
    let own = SOUND.iter().map(|sheet| other(sheet.0).unwrap_or(*sheet));
    let is_new = |sheet: &&Sheet<'_>| SOUND.iter().all(|(name, _)| *name != sheet.0);
    own.chain(sheets.iter().filter(is_new).copied()).collect()
}

/// Everything that is wrong with a workbook.
pub fn problems(sheets: &[Sheet<'_>]) -> (Sources, Vec<Diagnostic>) {
    problems_of(&bytes(sheets))
}

pub fn problems_of(bytes: &[u8]) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let file = sources.add_bytes("campaign.xlsx", bytes).unwrap();
    let problems = pipeline::read_text(&mut sources, file, &[]).diagnostics;
    (sources, problems)
}

/// Code and cell of each, and the words at which it points.
pub fn found(sheets: &[Sheet<'_>]) -> Vec<(String, String)> {
    let (sources, problems) = problems(sheets);
    let mut found: Vec<(String, String)> = problems
        .iter()
        .map(|one| {
            let at = one.place.and_then(|place| {
                let spot = sources.spot(place)?;
                Some(format!("{} {} {}", spot.sheet.name, spot.address(), sources.slice(place)))
            });
            (one.problem.code().to_owned(), at.unwrap_or_default())
        })
        .collect();
    found.sort();
    found
}

/// What is said of a workbook.
pub fn said(sheets: &[Sheet<'_>], language: Language) -> String {
    let (sources, problems) = problems(sheets);
    render::diagnostic::text(&problems, &sources, language, false, 100)
}
