//! Radicals that stand for characters: copied out of a document, 见 may come as ⻅, which looks the same and is another.
//!
//! In: a letter. Out: the character that it stands for (Unicode, `EquivalentUnifiedIdeograph.txt`).

use unicode_normalization::char::decompose_compatible;

/// The radicals of the supplement for which Unicode has no compatible character, each with the one that it looks like.
const SUPPLEMENT: [(char, char); 79] = [
    ('⺄', '乙'),
    ('⺅', '亻'),
    ('⺉', '刂'),
    ('⺊', '卜'),
    ('⺒', '巳'),
    ('⺓', '幺'),
    ('⺖', '忄'),
    ('⺗', '㣺'),
    ('⺘', '扌'),
    ('⺙', '攵'),
    ('⺛', '旡'),
    ('⺝', '月'),
    ('⺞', '歺'),
    ('⺠', '民'),
    ('⺡', '氵'),
    ('⺣', '灬'),
    ('⺤', '爫'),
    ('⺦', '丬'),
    ('⺨', '犭'),
    ('⺩', '王'),
    ('⺪', '疋'),
    ('⺫', '罒'),
    ('⺬', '示'),
    ('⺭', '礻'),
    ('⺮', '竹'),
    ('⺯', '糹'),
    ('⺰', '纟'),
    ('⺱', '罓'),
    ('⺵', '网'),
    ('⺶', '羊'),
    ('⺷', '羊'),
    ('⺹', '耂'),
    ('⺼', '月'),
    ('⺽', '臼'),
    ('⺾', '艹'),
    ('⺿', '艹'),
    ('⻀', '艹'),
    ('⻁', '虎'),
    ('⻂', '衤'),
    ('⻃', '覀'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻇', '角'),
    ('⻈', '讠'),
    ('⻉', '贝'),
    ('⻊', '足'),
    ('⻋', '车'),
    ('⻌', '辶'),
    ('⻐', '钅'),
    ('⻑', '長'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻖', '阝'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻠', '饣'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻪', '黾'),
    ('⻫', '斉'),
    ('⻬', '齐'),
    ('⻭', '歯'),
    ('⻮', '齿'),
    ('⻯', '竜'),
    ('⻰', '龙'),
    ('⻱', '龜'),
    ('⻲', '亀'),
];

/// The character for which a radical stands; any other letter is itself.
pub fn plain(letter: char) -> char {
    match letter {
        '\u{2e80}'..='\u{2ef2}' => {
            let mut known = SUPPLEMENT.iter();
            known
                .find(|(radical, _)| *radical == letter)
                .map_or_else(|| compatible(letter), |(_, plain)| *plain)
        }
        '\u{2ef3}' | '\u{2f00}'..='\u{2fd5}' => compatible(letter),
        letter => letter,
    }
}

fn compatible(letter: char) -> char {
    let mut plain = letter;
    decompose_compatible(letter, |found| plain = found);
    plain
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn puts_characters_where_radicals_stand() {
        let plain: String = "可参加的⽇期⼿机号⾝体⽬的意⻅⻢⻰⺟⻳ABC１".chars().map(plain).collect();
        assert_eq!(plain, "可参加的日期手机号身体目的意见马龙母龟ABC１");
    }
}
