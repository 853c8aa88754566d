//! Which post a cell names.
//!
//! In: the campaign's posts and the words of a cell. Out: the post, where the cell names no other: equal after folding, or
//! an unambiguous part of its title; else the posts that may be meant. Nothing is guessed.

use crate::{
    diagnostic::{
        naming::{Called, Named, Naming, folded},
        nearest::nearest_few,
    },
    domain::{Domain, places::PostIx},
};

/// How many letters a part of a title has at least.
const SHORTEST_PART: usize = 2;

/// How many posts are named at most where none is meant for certain.
const MOST_NAMED: usize = 3;

/// The posts of a campaign by all that they are called.
#[derive(Debug, Clone)]
pub struct Posts {
    naming: Naming,
    /// By post, the folded title.
    titles: Vec<String>,
    /// By post, what names it and no other.
    words: Vec<String>,
}

/// Why a cell names no post for certain, with the words for those that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// No post is called so; the nearest.
    Nobody(Vec<String>),
    /// Several are, or have it in their titles.
    Several(Vec<String>),
}

impl Posts {
    /// The posts of a campaign.
    pub fn of(domain: &Domain) -> Self {
        let naming = Naming::of(domain.posts.iter().map(|post| {
            let unit = domain.unit(post.unit);
            let unit = vec![unit.id.clone(), unit.name.clone()];
            Called { id: post.id.clone(), name: post.title.clone(), unit }
        }));
        let words = domain.posts.iter().enumerate().map(|(position, post)| {
            let with_unit = format!("{}·{}", domain.unit(post.unit).name, post.title);
            let names = |word: &String| naming.named(word) == Named::One(position);
            [post.title.clone(), with_unit].into_iter().find(names).unwrap_or_else(|| post.id.clone())
        });
        let words = words.collect();
        let titles = domain.posts.iter().map(|post| folded(&post.title)).collect();
        Self { naming, titles, words }
    }

    /// What names a post and no other: its title where that does, the unit before it where that is needed, else the id.
    pub fn word(&self, post: PostIx) -> &str {
        &self.words[post.0]
    }

    /// The post that a cell names.
    ///
    /// # Errors
    /// The posts that may be meant.
    pub fn find(&self, cell: &str) -> Result<PostIx, Unclear> {
        match self.naming.named(cell.trim()) {
            Named::One(post) => return Ok(PostIx(post)),
            Named::Several(posts) => return Err(Unclear::Several(self.named(&posts))),
            Named::Nobody => {}
        }
        let part = folded(cell);
        let has_it = |post: &usize| self.titles[*post].contains(&part);
        let long_enough = part.chars().count() >= SHORTEST_PART;
        let holding: Vec<usize> = (0..self.titles.len()).filter(|post| long_enough && has_it(post)).collect();
        match holding.as_slice() {
            [post] => Ok(PostIx(*post)),
            [] => {
                let titles = self.titles.iter().map(String::as_str);
                let near = nearest_few(&part, titles.zip(&self.words), MOST_NAMED);
                Err(Unclear::Nobody(near.into_iter().cloned().collect()))
            }
            several => Err(Unclear::Several(self.named(several))),
        }
    }

    fn named(&self, posts: &[usize]) -> Vec<String> {
        posts.iter().take(MOST_NAMED).map(|&post| self.words[post].clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Posts, Unclear};
    use crate::domain::sample;

    #[test]
    fn finds_a_post_by_its_title_and_by_a_part_that_no_other_has() {
        let mut domain = sample::sample();
        let template = domain.posts[0].clone();
        let titles = ["门诊导医", "大堂引导员", "窗口引导员", "图书整理员", "食堂帮厨"];
        domain.posts = titles
            .iter()
            .enumerate()
            .map(|(at, title)| {
                let mut post = template.clone();
                (post.id, post.title) = (format!("p{at}"), (*title).to_owned());
                post
            })
            .collect();
        let posts = Posts::of(&domain);
        let found = |cell: &str| posts.find(cell).map(|post| posts.word(post).to_owned());
        for (cell, title) in
            [("门诊导医", "门诊导医"), ("导医", "门诊导医"), ("食堂 帮厨", "食堂帮厨"), ("p1", "大堂引导员")]
        {
            assert_eq!(found(cell).as_deref(), Ok(title), "{cell}");
        }
        let near = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<String>>();
        assert_eq!(found("引导员"), Err(Unclear::Several(near(&["大堂引导员", "窗口引导员"]))));
        assert_eq!(found("大厅引导员"), Err(Unclear::Nobody(near(&["大堂引导员", "窗口引导员"]))));
        assert_eq!(found("图书管理员"), Err(Unclear::Nobody(near(&["图书整理员"]))));
        assert_eq!(found("医"), Err(Unclear::Nobody(vec![])));
        assert_eq!(found("门诊导医员"), Err(Unclear::Nobody(near(&["门诊导医"]))));
    }
}
