//! Ambassadors, their wishes and qualifications, and what was agreed about them.

use crate::render::fields::helps;

helps! {
    Ambassador {
        "id": "编号，可以用中文；不写就用姓名当编号，有同名的就要写", "An id; left out: the name", "a01";
        "name": "姓名（必填）", "The name (required)", "林晓";
        "phone": "电话，只有加上 --contacts 才会印出来", "The telephone, printed with --contacts alone", "138 0000 0001";
        "unit": "工作单位，是“单位”表里的才写；不会安排回自己单位", "The employer, where it is one of the units", "东路储蓄所";
        "organization": "所在党组织或单位，照样印出", "The party branch or organization, printed", "储蓄所党支部";
        "neighbourhood": "从哪个居民区出发", "The neighbourhood of the home", "东路居民区";
        "location": "从哪里出发：纬度、经度；不写就不算路程", "Where the journey starts: latitude and longitude", "31.3101、121.4489";
        "start": "路程从哪里算；不写是住处", "Whether the journey starts at home or at work; left out: home";
        "available": "哪几天有空；不写就是整个体验期", "The days on which the person is free; left out: all", "10月19日至23日";
        "away": "有空的日子里要除去的", "Days on which the person is not free", "10月27日";
        "qualifications": "有什么证；有期限的写到哪天为止", "What the person holds, perhaps until a day", "急救证、健康证（至2027-06-30）";
        "born": "出生年、年月或年月日；只在岗位写了年龄时有用，不会印出来", "Year, month or day of birth", "1962-05";
        "age": "不知道哪年生的，写体验期第一天几岁", "The age on the first day, where the birth is not known", "34";
        "unwished": "愿不愿意去没填的岗位；不写按规则里的", "Whether other posts than the wishes will do; left out: as the rules say";
        "wishes": "想去的岗位，第一志愿写在最前面；不分先后的用 / 隔开，只想某一天去的写 岗位@日期", "Posts, best first", "病房护士";
        "done": "往期体验过的岗位，不会再安排", "Posts of former campaigns, not given again", "大堂经理";
        "missed": "往期报了名没轮上几次，次数多的先照顾", "How often the person signed up in vain", "1";
        "served": "今年已经去过几次，去得少的先照顾", "How often the person went this year", "1";
        "signed_up": "什么时候报的名，要先报名的优先才用得上", "When the person signed up", "2026-09-01 09:31";
        "days": "想体验几天；不写按规则里的", "How many days the person wants; left out: as the rules say";
        "host_note": "只告诉接待他的单位", "For the host unit alone", "左手有旧伤，请安排轻活";
        "note": "只有组织者看得到", "For the organizer alone", "去年的体验之星";
    }
    Qualification {
        "name": "什么证", "What is held", "健康证";
        "until": "到哪天为止", "The last day on which it counts", "2027-06-30";
    }
    Wish {
        "post": "岗位", "The post", "病房护士";
        "date": "只想哪一天", "The only days for it", "2026-10-20";
        "hours": "只想哪个时段", "The only hours for it", "09:00-12:00";
    }
    Pin {
        "ambassador": "谁：写姓名或编号；同去、分开的写几个人", "Who", "林晓";
        "post": "去哪个岗位", "Which post", "病房护士";
        "date": "哪一天；固定的不写就由程序来定，回避的不写就是哪天都不去", "Which day", "2026-10-20";
        "hours": "岗位一天有几个班次的，写明哪一班", "Which shift", "08:00-16:00";
        "note": "备注", "A note", "张老师点名";
    }
    Ban {
        "ambassador": "谁", "Who", "林晓";
        "post": "不去哪个岗位", "Which post not", "大堂经理";
        "date": "哪几天；不写就是哪天都不去", "Which days; left out: all", "2026-10-20";
        "hours": "哪一班", "Which shift", "08:00-16:00";
        "note": "备注", "A note", "当天值班";
    }
    Group {
        "together": "要同去的人", "Who goes together", "谢雨桐、邹凯";
        "apart": "不在同一场的人", "Who is kept apart", "谢雨桐、邹凯";
        "strength": "同去是一定还是尽量；一般不写，按类型来", "Whether it must be or is tried";
        "note": "备注", "A note", "新手由老手带";
    }
}
