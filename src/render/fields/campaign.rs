//! The file, what the campaign says of itself, its rules, and the Thursday Action.

use crate::render::fields::helps;

helps! {
    File {
        "campaign": "活动本身：名称、体验期等", "The campaign itself: its name, its season and so on";
        "units": "成员单位：提供岗位的单位", "Host units, which offer the posts";
        "posts": "体验岗位", "Experience posts";
        "ambassadors": "初心体验大使：报名的人", "Volunteer ambassadors";
        "rules": "限制和取舍", "Limits and preferences";
        "pins": "固定安排：已经说定的", "Placements that are agreed";
        "bans": "回避：谁不去哪里", "Who does not go where";
        "groups": "结伴和分开", "Who goes together, and who apart";
        "neighbourhoods": "居民区", "Residential neighbourhoods";
        "themes": "周四行动的主题", "Themes of the Thursday Action";
        "thursday_action": "周四行动：单位与就近的居民区结对，每月一次", "The Thursday Action: units paired with neighbourhoods, once a month";
    }
    Scenario {
        "extends": "在哪一份活动文件上改：写文件名，这里只写不同的地方", "The campaign file that this one changes", "活动.xlsx";
        "remove": "从那份文件里去掉什么", "What is taken out of that file";
    }
    Removals {
        "units": "去掉的单位", "Units that are taken out";
        "posts": "去掉的岗位", "Posts that are taken out";
        "ambassadors": "去掉的大使", "Ambassadors that are taken out";
        "neighbourhoods": "去掉的居民区", "Neighbourhoods that are taken out";
        "themes": "去掉的主题", "Themes that are taken out";
    }
    Header {
        "id": "手机日历靠它认出是哪一期，各期、各街道要不同；不写就用名称、主办方和体验期", "By it calendars know the campaign again; left out: name, organizer and season", "某街道-2026秋";
        "name": "活动叫什么（必填）", "What the campaign is called (required)", "初心体验";
        "organizer": "主办方", "Who organizes it", "某街道社区党建服务中心";
        "contact": "办公电话，会印在纸上", "The office to call, printed on paper";
        "season": "体验期，从哪天到哪天（必填）", "The season, from which day to which (required)", "2026年10月19日至30日";
        "hours": "岗位没有另写时间的，都按这个；不写是 09:00-17:00", "Hours of posts that say none; left out: 09:00-17:00", "09:00-17:00";
        "language": "印成中文还是英文；不写是中文", "Language of what is printed; left out: Chinese";
        "seed": "几种安排一样好时抽签用，写什么都可以", "Anything: it decides the lot between equally good plans", "2026";
        "lecture": "活动后的初心讲堂，照原样印出", "The lecture afterwards, printed as it stands";
        "meet": "大家先到哪里集合，印在卡片、通知和日历上", "Where everybody meets first", "每天 08:30 在服务中心集合签到";
        "bring": "人人都要带的", "What everybody brings", "身份证";
        "note": "备注，会印出来", "A note, printed", "全程请佩戴胸牌";
    }
    Contact {
        "name": "找谁", "Whom to ask for", "陈主任";
        "phone": "电话", "The telephone number", "138 0000 0101";
        "note": "什么时候打、怎么打", "When and how to call", "上午在";
    }
    Lecture {
        "title": "讲堂的题目", "The title", "初心讲堂";
        "date": "哪一天", "The day", "2026-11-05";
        "hours": "几点到几点", "The hours", "14:00-16:00";
        "place": "在哪里", "The place", "街道文化中心";
        "speaker": "谁来讲", "Who speaks", "张老师";
        "unit": "主讲人是哪家单位的", "The speaker's unit", "社区卫生服务中心";
        "note": "备注，会印出来", "A note, printed", "请提前十分钟入场";
    }
    Days {
        "min": "最少几天", "At least so many", "0";
        "max": "最多几天", "At most so many", "1";
        "week": "每周（周一起）最多几天", "At most so many a week, from Monday", "1";
        "month": "每月最多几天", "At most so many a month", "2";
    }
    OrganizationLimit {
        "session": "同一家的人，一场最多几人", "At most so many of one at a session", "2";
        "total": "同一家的人，整个活动最多几人次", "At most so many of one in all", "5";
    }
    Rules {
        "days": "每人最少、最多体验几天；不写是最少 0，最多 1", "How many days each person gets; left out: 0 to 1";
        "own_unit": "能不能回自己单位；不写是不能", "Whether people may go to their own unit; left out: forbid";
        "repeat_post": "能不能再去往期去过的岗位，同一期里能不能去两次；不写是不能", "Whether a post may be had twice; left out: forbid";
        "unwished": "填了志愿的人，能不能安排到别处；不写是服从", "Whether people may go where they did not wish to; left out: allow";
        "max_distance_km": "从出发地到岗位最远多少公里；不写不限", "The longest way to a post in kilometres", "6";
        "mentor_limit": "一位带教老师同一时间最多带几人；不写不限", "At most so many people with one mentor at a time", "3";
        "organization_limit": "同一党组织或单位的人最多去几人", "How many people one organization may send";
        "rest_days": "同一人两次体验之间至少隔几天；不写是 0", "Whole days between two sessions of one person", "1";
        "rest_hours": "同一人前一场结束到后一场开始，至少隔几小时；不写是 0", "Whole hours between two sessions of one person", "11";
        "wishes": "志愿怎么算；不写是总体最好", "How wishes count; left out: total";
        "priorities": "先顾什么、后顾什么，按顺序写", "What comes first, in order", "岗位落实、人人参与、天数、体验人次、均衡、同伴、各家参与、志愿、路程";
        "note": "备注，不印出来", "A note", "经碰头会商定";
    }
    ThursdayAction {
        "months": "从几月到几月（办周四行动的必填）", "From which month to which (required)", "2026-04..2026-06";
        "thursday": "最好在每月第几个周四，1 到 5；不写不限", "The n-th Thursday of the month, or any", "1";
        "hours": "几点到几点；不写是 14:00-16:00", "The hours; left out: 14:00-16:00", "14:00-16:00";
        "holidays": "国家法定节假日避不避；不写是避开", "Whether public holidays are avoided; left out: cn";
        "skip": "另外不办的日子", "Further days without events", "2026-06-25";
        "neighbourhoods_per_unit": "每家单位与几个居民区结对；不写是一个", "Neighbourhoods of each unit; left out: 1";
        "units_per_neighbourhood": "每个居民区与几家单位结对；不写不限", "Units of each neighbourhood";
        "max_distance_km": "结对最远多少公里；不写不限", "The longest way between paired ones in kilometres", "3";
        "repeat_theme_after": "同一主题隔几个月才回到同一居民区；不写是 1", "Months until a theme comes back; left out: 1", "2";
        "events_per_day": "一个居民区一个周四最多办几场；不写是 1", "Events of a neighbourhood on one Thursday; left out: 1", "1";
        "fixed": "已经说定的结对，每个写在一对花括号里", "Pairs that are agreed", "[{unit: 社区卫生服务站, neighbourhood: 东路居民区}]";
        "forbidden": "不要的结对，写法相同", "Pairs that must not be", "[{unit: 东路储蓄所, neighbourhood: 北路居民区}]";
        "note": "备注", "A note";
    }
    Pairing {
        "unit": "单位", "The unit";
        "neighbourhood": "居民区", "The neighbourhood";
        "note": "备注", "A note";
    }
}
