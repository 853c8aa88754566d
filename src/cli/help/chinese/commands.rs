//! What help says of each command, in Chinese, in the order in which the commands are listed.

use super::Page;

/// Arguments that are the same in every command that has them.
pub(super) const SHARED: &[(&str, &str)] = &[
    ("color", "屏幕上用不用颜色和粗体；设了 NO_COLOR 也不用"),
    ("lang", "用哪种语言；不写的话，结果用活动文件里写的，帮助用系统的"),
    ("help", "显示帮助"),
    ("version", "显示版本"),
    ("set", "假如改一项，例如 rules.max_distance_km=2；可以写多次"),
    ("watch", "活动文件（或它叠在上面的那份）一保存，就再来一遍；按 Ctrl-C 结束"),
    ("without", "假如去掉一条，例如 unit:bank，写编号或名称都行；可以写多次"),
];

/// The pages.
pub(super) const COMMANDS: &[Page] = &[
    ROOT,
    NEW,
    IMPORT,
    CONVERT,
    CHECK,
    PLAN,
    PRINT,
    COMPARE,
    DIFF,
    ADVISE,
    EXPLAIN,
    VERIFY,
    REPAIR,
    SCHEMA,
    COMPLETIONS,
    MAN,
];

const ROOT: Page = Page {
    command: "chuxin",
    about: "初心体验排班：谁哪天去哪个岗位，并证明没有更好的安排",
    arguments: &[],
    after: "从这里开始：
  chuxin new my-campaign                      写一份带说明的样例（--workbook：Excel 表格）
  chuxin check my-campaign/campaign.yaml      检查有没有写错
  chuxin plan my-campaign/campaign.yaml       排班，打印岗位安排表
  chuxin print my-campaign/campaign.yaml      做成公告、表格、日历和微信通知

某个命令怎么用：chuxin plan --help
文件名写成 -，就从标准输入读。
退出码：0 完成；1 加了 --strict 而没排满，或报名表还有要您决定的；2 写错了；3 排不出方案；70 程序有缺陷；130 按 Ctrl-C 中断。",
};

const NEW: Page = Page {
    command: "new",
    about: "写一份带说明的样例，不改也能检查、能排",
    arguments: &[
        ("folder", "放样例的文件夹，没有就新建；里面已有同名文件的不写"),
        ("workbook", "写成工作簿，用 Excel 或 WPS 填：每张表一行样例，带下拉列表和批注"),
        ("ambassadors", "不写样例，编一份有这么多大使的活动"),
        ("units", "编出来的活动有几家单位，每家大约三个岗位（duty 不用）；不写就是十五名大使一家"),
        ("seed", "凭哪个数编：数相同，编出来的活动就相同"),
        ("kind", "编哪一种"),
    ],
    after: "例如：
  chuxin new my-campaign               写出 my-campaign/campaign.yaml
  chuxin new my-campaign --workbook    写出 my-campaign/campaign.xlsx
  chuxin new large --ambassadors 1000 --units 60 --seed 7    编一份大活动，试试要排多久",
};

const CONVERT: Page = Page {
    command: "convert",
    about: "活动文件改写成工作簿，或者工作簿改写成活动文件",
    arguments: &[
        ("from", "活动文件：YAML，或工作簿（xlsx、xls、ods）"),
        ("to", "写成哪个文件：.xlsx 结尾的是工作簿，.yaml 结尾的是 YAML"),
        ("force", "文件已经有了，就替换"),
    ],
    after: "例如：
  chuxin convert campaign.yaml campaign.xlsx    用 Excel 或 WPS 填的工作簿，带下拉列表和批注
  chuxin convert campaign.xlsx campaign.yaml    再写回来

写出来的是同一份活动；“#”后面的说明、工作簿里的颜色和批注不会带过去。",
};

const IMPORT: Page = Page {
    command: "import",
    about: "把报名表变成叠在活动文件上的比选方案，看不准的列出来问您",
    arguments: &[
        ("file", "报名表：xlsx、xls、ods，或用逗号、制表符分开的文字"),
        ("into", "报的是哪一份活动"),
        ("output", "把比选方案存成文件；不写就只看不存"),
        ("answers", "您的答复：有这个文件就照着读，还要问的也写进去"),
        ("mappings", "某一列问的是什么：写标题或列号，再写字段（姓名、第一志愿、不用）；可以写多次"),
        ("skip", "不收叫这个名字的行；可以写多次"),
        ("sheet", "工作簿有几张表时，读哪一张"),
        ("force", "已有的比选方案也替换；上次导入的编号照旧"),
    ],
    after: "例如：
  chuxin import 报名表.xlsx --into campaign.yaml    只看读懂了什么，不写文件
  chuxin import 报名表.xlsx --into campaign.yaml -o signups.yaml --answers answers.yaml
  chuxin import 报名表.csv --into campaign.yaml -o signups.yaml --map F=第一志愿 --skip 测试 --force

看不准的一概不猜，列出来问；还有没答的，退出码是 1。",
};

const CHECK: Page = Page {
    command: "check",
    about: "检查活动文件，一次指出所有问题：哪一行、哪个词、错在哪里、怎么改",
    arguments: &[("files", "要检查的活动文件，可以写几个"), ("format", "结果怎么写")],
    after: "例如：
  chuxin check campaign.yaml
  chuxin check --format json *.yaml    写成数据，给编辑器和脚本用
  chuxin check campaign.yaml --watch   边改边查，保存一次查一次
  chuxin check campaign.yaml --set rules.max_distance_km=2 --without unit:bank",
};

const PLAN: Page = Page {
    command: "plan",
    about: "排班，另用一套程序核对，再打印岗位安排表",
    arguments: &[
        ("file", "要排班的活动文件"),
        ("output", "把安排方案存成文件（JSON）"),
        ("force", "-o 的文件已经有了，就替换"),
        (
            "export",
            "把每一项的线性规划也写进这个文件夹（没有就新建，有就要是空的；CPLEX LP 和 MPS），给别的求解器用；前面各项的结果写成约束",
        ),
        ("by", "安排表的次序；month 连周四行动也按月列出"),
        ("levels", "连逐项的结果和证明一起打印"),
        ("verbose", "全部打印：逐项结果、路程、报到须知、讲堂、结对、按月的活动"),
        ("contacts", "连个人电话一起打印；办公电话总会打印"),
        (
            "time_limit",
            "最多找这么多秒，到时打印到此为止最好的方案；一半时间留给候补，读文件和打印不算；不写就算到证明为止",
        ),
        ("reserves", "每一场列出不超过几位候补，代价小的在前"),
        (
            "explain",
            "志愿没排上、人没排上、岗位空着、单位没和最近的居民区结对，逐条证明原因：不合哪条规则，或者重新算过；用剩下的时间",
        ),
        ("strict", "有人没排上，或岗位还缺人，退出码就是 1"),
        ("format", "结果怎么写"),
    ],
    after: "例如：
  chuxin plan campaign.yaml                    按日期打印
  chuxin plan campaign.yaml --by unit          按单位打印；all：日期、单位、大使、月份各排一遍
  chuxin plan campaign.yaml -v                 连路程、报到须知和逐项的结果、证明一起打印
  chuxin plan campaign.yaml -o plan.json       同时保存安排方案
  chuxin plan campaign.yaml --explain          志愿为什么没排上，逐条证明；-o 把原因也存进方案
  chuxin plan campaign.yaml --contacts         带个人电话
  chuxin plan campaign.yaml --export programs  连线性规划一起写出来，给别的求解器用
  chuxin plan campaign.yaml --set posts.patrol.seats=2 --without ambassador:a03    假如

用 --set、--without 排的方案，核对时请带上同样的选项。
约定互相矛盾（固定安排、同伴……）的，会指出在哪几行、怎样改就能排出来，退出码是 3。
按 Ctrl-C 就停下，打印到此为止最好的方案和候补；再按一次立即退出。",
};

const PRINT: Page = Page {
    command: "print",
    about: "打印与发送：公告、信函、表格、日历、微信通知，写进一个文件夹",
    arguments: &[
        ("file", "活动文件（先排班），或者保存的方案"),
        ("to", "要哪些格式，用逗号隔开；不写就是 html,pdf,xlsx,ics,txt"),
        ("sheets", "要哪些纸张，用逗号隔开；不写就印适合这次活动的"),
        ("reserves", "另印候补名单：每一条安排不超过几位候补"),
        ("browser", "用哪个浏览器生成 PDF；不写就用电脑上的 Chromium、Chrome 或 Edge"),
        (
            "output",
            "写进哪个文件夹，没有就新建；不写就用文件名后面加 -print，调整后的方案用最初那份方案的文件夹",
        ),
        ("mask_names", "隐去姓名中间的字：林*、欧*娜"),
        (
            "recipient",
            "只印一家单位该收到的：接待函、签到表、日历、通知和调整通知；加 --contacts 时只有到这家单位来的人的电话",
        ),
        ("issued", "函件和通知的落款日期；不写就是今天，活动已经结束的留空"),
        ("contacts", "组织者自用的一份，带个人电话；办公电话总会印"),
        ("force", "同名的文件已经有了，就替换"),
        ("campaign", "方案所属的活动文件，不在方案写的地方时用"),
        ("time_limit", "活动文件先排班时，最多找这么多秒，用到此为止最好的方案和候补"),
    ],
    after: "例如：
  chuxin print campaign.yaml                   先排班，写进 campaign-print
  chuxin print plan.json -o out                用保存的方案，写进 out
  chuxin print plan.json --to json -o out      只要几种格式
  chuxin print plan.json -o office --contacts  组织者自用，含电话
  chuxin print plan.json --for unit:bank --contacts    发给一家单位，含来访大使的电话

要么全部写好，要么一个也不写。不再符合活动文件的方案不予打印。",
};

const COMPARE: Page = Page {
    command: "compare",
    about: "方案比选：几个方案并排比较，各项数字、谁变好谁变差、各改了什么",
    arguments: &[
        ("base", "基准：别的方案都跟它比"),
        ("scenarios", "比选方案，或别的活动文件"),
        ("time_limit", "每个方案最多找这么多秒，用到此为止最好的"),
        ("levels", "每一项结果都打印，没有变化的也打印"),
        ("sheet", "另写一张开会用的表：网页；文件名以 .pdf 结尾的写成 PDF"),
        ("force", "--sheet 的文件已经有了，就替换"),
        ("contacts", "名称和改动里的个人电话照样显示；--sheet 的表里一律没有"),
        ("format", "结果怎么写"),
    ],
    after: "例如：
  chuxin compare campaign.yaml what-if/*.yaml                  跟第一个比
  chuxin compare campaign.yaml --set rules.max_distance_km=2   改一项再比
  chuxin compare campaign.yaml --without unit:bank --format json

--set、--without 合起来另成一列：改动后的基准。
按 Ctrl-C 就停下：算完的照样有效，其余写明已停止。
退出码：0 都有方案；2 有的写错了；3 有的排不出方案。",
};

const DIFF: Page = Page {
    command: "diff",
    about: "方案差异：两份保存的方案有什么不同，按大使、按岗位、按日期",
    arguments: &[
        ("one", "一份保存的方案"),
        ("other", "另一份"),
        ("contacts", "名称里的个人电话照样显示"),
        ("format", "结果怎么写"),
    ],
    after: "例如：
  chuxin diff plan-a.json plan-b.json
  chuxin diff plan-a.json plan-b.json --format json

找得到方案的活动文件就写名称，找不到就写编号。
退出码：0 相同；1 不同；2 有一份读不了。",
};

const ADVISE: Page = Page {
    command: "advise",
    about: "改一步的好处：多一席、多一天、多一个人、放宽一条限制，各能带来什么",
    arguments: &[
        ("file", "活动文件"),
        ("time_limit", "最多算这么多秒，没试的照实说明"),
        ("format", "结果怎么写"),
    ],
    after: "例如：
  chuxin advise campaign.yaml
  chuxin advise campaign.yaml --time-limit 60
  chuxin advise campaign.yaml --set rules.max_distance_km=2

每一种都重新排过、证明过；后面附上照着试的命令。",
};

const EXPLAIN: Page = Page {
    command: "explain",
    about: "说明原因：大使、岗位、单位、居民区、某一天为什么这样排，要怎样才行",
    arguments: &[
        ("file", "活动文件（先排班），或者保存的方案"),
        (
            "who",
            "问的是哪一位大使、哪个岗位、单位或居民区（姓名、名称或编号，重名时写 unit:编号），或者哪一天",
        ),
        ("wish", "只问第几志愿"),
        ("names", "写出别人的姓名；不写就只说有几个"),
        ("letter", "写成可以直接发给本人的两三句话"),
        ("campaign", "方案所属的活动文件，不在方案写的地方时用"),
        ("time_limit", "最多算这么多秒，没算完的照实说明"),
        ("format", "结果怎么写"),
    ],
    after: "例如：
  chuxin explain plan.json 林晓             排在哪里，没排上的志愿各是为什么
  chuxin explain plan.json a03 --wish 1     只问第一志愿
  chuxin explain plan.json a03 --names      连还要动哪些人一起写出，自己看
  chuxin explain plan.json a03 --letter     写成可以直接发给本人的回复
  chuxin explain plan.json 社区巡逻员       谁填了这个岗位，再排一人要怎样
  chuxin explain plan.json unit:bank        单位的各个岗位，为什么没有和最近的居民区结对
  chuxin explain plan.json 2018-10-23       这一天的各场次

凡是说“要是排上”，都是把那个志愿定下来重新算过、证明过的。",
};

const VERIFY: Page = Page {
    command: "verify",
    about: "核对方案：只按规则核对保存的方案，手工改过的也行",
    arguments: &[
        ("file", "方案所属的活动文件"),
        ("plan", "保存的方案"),
        ("reasons", "把 plan --explain 写进方案的原因逐条重算，说明哪些成立"),
        ("time_limit", "最多算这么多秒，并说明还有多少条原因没有算"),
        ("format", "结果怎么写"),
    ],
    after: "例如：
  chuxin verify campaign.yaml plan.json
  chuxin verify campaign.yaml plan.json --format json    写成数据
  chuxin verify campaign.yaml plan.json --reasons        逐条重算 plan --explain 的原因

违反了哪条规则、涉及谁、在方案的哪一行，逐条写明。
退出码：0 条条符合，写的都属实；2 有不符合的；130 按了 Ctrl-C，有的原因没有重算。",
};

const REPAIR: Page = Page {
    command: "repair",
    about: "情况有变时调整方案，取消最少的安排，并列出要通知谁、通知什么",
    arguments: &[
        ("file", "现在的活动文件；不写就用方案自己的"),
        ("plan", "要调整的方案"),
        ("absent", "谁来不了：某一天、某个时段、从哪天到哪天，或者一直；几个人用顿号或逗号隔开；单位、居民区也可以写某几天或整月：unit:编号@2019-03、neighbourhood:编号@2019-03-07"),
        ("close", "岗位哪天不开放：某一天、某个时段，或从哪天到哪天"),
        ("add_seat", "岗位每场多一个名额"),
        ("replace", "谁来不了、由谁顶替同样的场次，其他人不动"),
        ("swap", "两个人对调各自的一场，其他人不动"),
        ("late", "后来报名的人（活动里有的，或新名字），排进空位；已经排好的人不动"),
        ("keep_until", "这一天之前的安排不动，带上时刻的话，当天那之前已经开始的也不动；不写的话，活动正在进行时从现在算起，变动写明日期的，从其中最早的一天算起，没有写明的，从原方案算起的那天算起"),
        ("touch_least", "宁可少排，也尽量不动已经排好的人，只把岗位落实放在前面"),
        ("explain", "志愿没排上、人没排上、岗位空着、单位没和最近的居民区结对，逐条证明原因：不合哪条规则，或者重新算过；用剩下的时间"),
        ("reserves", "每一场列出不超过几位候补，代价小的在前"),
        ("output", "保存新方案（JSON），并在旁边把这里说的变动写成比选方案"),
        ("force", "-o 的文件已经有了，就替换"),
        ("contacts", "连个人电话一起打印，好逐个通知"),
        ("time_limit", "最多找这么多秒，到时打印到此为止最好的方案；一半时间留给候补，读文件和打印不算；不写就算到证明为止"),
        ("levels", "连逐项的结果和证明一起打印"),
        ("verbose", "--explain 的原因全部列出，不只列前几条；逐项结果也打印"),
        ("format", "结果怎么写"),
    ],
    after: "例如：
  chuxin repair campaign.yaml --plan plan.json                 活动文件改过了
  chuxin repair campaign.yaml --plan plan.json --absent a03@2018-10-23 -o plan-2.json
  chuxin repair --plan plan-2.json --close hospice-nurse@2018-10-25 -o plan-3.json
  chuxin repair --plan plan-3.json --replace 冯丽@2018-10-23=施雯 -o plan-4.json
  chuxin repair --plan plan-4.json --late 施雯 --set ambassadors.施雯.wishes=[patrol] -o plan-5.json
  chuxin repair --plan plan-5.json --without unit:bank@2018-10-25 -o plan-6.json   从那天起退出，之前的安排不变

加 -o 就保存新方案，并在旁边用同样的名字把这里说的变动写成比选方案：plan-2.json 和 plan-2.yaml。两个要么都写好，要么都不写。方案里写着自己属于哪份活动文件。
要保持不变的与变动互相矛盾时，退出码是 3。",
};

const SCHEMA: Page = Page {
    command: "schema",
    about: "写出活动文件的 JSON Schema，编辑器靠它补全项目、指出写错的",
    arguments: &[("output", "写到这个文件"), ("force", "文件已经有了，就替换")],
    after: "例如：
  chuxin schema -o chuxin.schema.json

放在活动文件旁边，用装了 YAML 插件的 Visual Studio Code 等编辑器打开活动文件，第一行写
# yaml-language-server:$schema=chuxin.schema.json
就能补全各个项目、看到说明、当场标出写错的。",
};

const COMPLETIONS: Page = Page {
    command: "completions",
    about: "写出命令补全脚本，按 Tab 键就能补全命令和选项",
    arguments: &[("shell", "用的是哪一种命令行")],
    after: "例如：
  chuxin completions bash > ~/.local/share/bash-completion/completions/chuxin
  chuxin completions zsh > ~/.zfunc/_chuxin
  chuxin completions fish > ~/.config/fish/completions/chuxin.fish
  chuxin completions powershell | Out-String | Invoke-Expression

最后一行写进 $PROFILE，前面加一行 [Console]::OutputEncoding = [Text.Encoding]::UTF8。
用 zsh 的，在 ~/.zshrc 里写 fpath+=(~/.zfunc) && autoload -U compinit && compinit。",
};

const MAN: Page = Page {
    command: "man",
    about: "写出手册页，用 man 查看",
    arguments: &[
        ("command", "哪个命令的手册；不写的话，打印总的一页，写进文件夹的是全部"),
        ("output", "写进这个文件夹，没有就新建"),
        ("force", "手册已经有了，就替换"),
    ],
    after: "例如：
  chuxin man plan | man -l -                    看其中一页
  chuxin man -o ~/.local/share/man/man1         全部写好，用 man chuxin、man chuxin-plan 查看",
};
