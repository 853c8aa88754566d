//! Units, posts, neighbourhoods and themes.

use crate::render::fields::helps;

helps! {
    Unit {
        "id": "编号，可以用中文；不写就用名称当编号", "An id; left out: the name", "clinic";
        "name": "单位名称（必填）", "The name (required)", "社区卫生服务中心";
        "sector": "行业，怎么写都可以", "The sector, in any words", "医院";
        "committee": "所属专业委员会", "The committee to which it belongs", "健康服务";
        "address": "地址", "The address", "东路000号";
        "location": "纬度、经度，或者从地图上复制的坐标；不写就不算路程", "Latitude and longitude, or what a map gives", "31.3052、121.4563";
        "contact": "联系人", "Whom to call";
        "closed": "哪些日子不接待", "Days on which nobody is received", "10月23日";
        "limit": "各岗位合计，整个活动最多接待几人次；不写不限", "At most so many visits in all", "20";
        "daily_limit": "各岗位合计，一天最多接待几人；不写不限", "At most so many people a day", "3";
        "offers": "周四行动里能送到居民区的主题", "Themes that it can bring to neighbourhoods", "健康义诊、急救培训";
        "note": "备注，会印出来", "A note, printed", "请从东门进";
    }
    Post {
        "id": "编号，可以用中文；不写就用岗位名称当编号", "An id; left out: the title", "nurse";
        "unit": "哪家单位的岗位（必填）：写“单位”表里的名称或编号", "The unit (required)", "社区卫生服务中心";
        "title": "岗位名称（必填）", "The title (required)", "病房护士";
        "mentor": "带教老师；同一单位几个岗位写同一个名字，就是同一个人", "The mentor", "张老师";
        "mentor_phone": "带教老师的电话", "The mentor's telephone", "138 0000 0201";
        "meet": "到哪里报到", "Where to report", "三楼护士站";
        "dates": "哪几天可以来（必填）", "On which days it is offered (required)", "10月19日至30日 周二、周四";
        "closed": "上面的日子里，哪几天、哪个时段不开", "Which of these days or hours are closed", "10月23日 下午";
        "hours": "几点到几点；一天几个班次就写几段；不写按活动的时间", "The hours, one stretch for each shift; left out: those of the campaign", "09:00-12:00、13:00-16:00";
        "seats": "每场几个名额；最少、最多写成 2-4，不到最少就不开；不写是 1", "Seats at each session, or least and most; left out: 1", "2";
        "need": "整个活动里希望来几人次；不写是 1", "Visits wanted in all; left out: 1", "3";
        "priority": "人不够时先保哪个岗位，数大的先保；不写是 1", "Which posts are filled first: the greater number; left out: 1", "2";
        "requires": "要有什么证、符合什么条件，印成“要求”", "Qualifications that are required", "健康证";
        "bring": "要随身带什么，印成“请携带”", "What to bring", "健康证";
        "host_note": "只告诉接待单位的话，大使看不到", "For the unit alone", "请安排在二楼";
        "leader": "每场至少一人要有的资格，没有这样的人就不开", "What one person at each session must hold", "老志愿者";
        "ages": "当天多大年纪，两头都算；只写一头也行：18.. 或 ..65", "The ages, both included", "18..65";
        "note": "备注，会印在卡片和通知上", "A note, printed", "请穿平底鞋";
    }
    Range {
        "min": "最少几个", "At least so many", "1";
        "max": "最多几个", "At most so many", "2";
    }
    Need {
        "min": "希望来几人次", "So many are wanted", "3";
        "max": "整个活动里最多几人次", "At most so many in all", "5";
        "each": "每场都要几人；写了它就不写最少、最多", "So many at each session, in the stead of the other two", "1";
    }
    Neighbourhood {
        "id": "编号，可以用中文；不写就用名称当编号", "An id; left out: the name", "east";
        "name": "居民区名称", "The name", "东路居民区";
        "address": "地址", "The address", "东路000弄";
        "place": "周四行动在哪里办", "Where the Thursday Action is held", "居委会活动室";
        "location": "纬度、经度，或者从地图上复制的坐标", "Latitude and longitude, or what a map gives", "31.3058、121.4586";
        "needs": "想要的主题，最想要的写在最前面", "Themes that it wants, best first", "健康义诊、防诈骗讲座";
        "closed": "不方便办活动的日子", "Days on which nothing can be held", "2026-06-04";
        "contact": "联系人", "Whom to call";
        "note": "备注", "A note", "活动室能坐三十人";
    }
    Theme {
        "id": "编号，可以用中文；不写就用名称当编号", "An id; left out: the name", "health";
        "name": "主题名称", "The name", "健康义诊";
        "months": "只在哪几个月办；不写哪个月都行", "The only months for it", "4、5";
        "note": "备注", "A note", "要用大厅";
    }
}
