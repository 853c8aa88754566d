//! Which paths a source file names.
//!
//! In: the folder `src`. Out: every [`Mention`] of a path, in `use` trees, in code and inside of macros, with
//! `crate`, `self` and `super` resolved. Documentation is not code and counts for nothing.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
};

/// The segments of a path or of a module, from the crate's root.
pub type Segments = Vec<String>;

/// One source file of the library.
pub struct SourceFile {
    /// Its path below the repository.
    pub path: PathBuf,
    /// The module it is: `["experience", "rule"]`.
    pub module: Segments,
    /// The text.
    pub text: String,
}

/// Where a path points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Into this crate.
    Inside(Segments),
    /// Into another crate, or from a name brought in elsewhere; the last segment of a macro ends in `!`, and a method or
    /// field is a single one that begins with a dot.
    Outside(Segments),
}

/// One path that a file names.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The module in which it stands, inline modules included.
    pub module: Segments,
    /// Where it points.
    pub target: Target,
    /// Whether it is passed on with `pub use`.
    pub re_exported: bool,
    /// Whether it stands in a module for tests.
    pub in_test: bool,
    /// The name that a `use` gives it in this file.
    name: Option<String>,
}

impl fmt::Display for Mention {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match &self.target {
            Target::Inside(path) => format!("crate::{}", path.join("::")),
            Target::Outside(path) => path.join("::"),
        };
        write!(formatter, "{}:{}: {path}", self.file.display(), self.line)
    }
}

/// Every source file below `src`, by path.
pub fn source_files(root: &Path) -> Vec<SourceFile> {
    let mut paths = Vec::new();
    collect_rust_files(&root.join("src"), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a source file can be read");
            let path = path.strip_prefix(root).expect("it lies below the root").to_path_buf();
            SourceFile { module: module_of(&path), path, text }
        })
        .collect()
}

fn collect_rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect_rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn module_of(path: &Path) -> Segments {
    let mut segments: Segments =
        path.with_extension("").iter().skip(1).map(|part| part.to_string_lossy().into_owned()).collect();
    if matches!(segments.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        segments.pop();
    }
    segments
}

/// Every path that the files name.
pub fn mentions(files: &[SourceFile]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut for_tests: Vec<Segments> = Vec::new();
    for file in files {
        let stream: TokenStream = file.text.parse().unwrap_or_else(|error| {
            panic!("{}: cannot be read as Rust: {error}", file.path.display());
        });
        let mut reader = Reader {
            file,
            module: file.module.clone(),
            in_test: false,
            found: Vec::new(),
            for_tests: Vec::new(),
        };
        reader.read(stream);
        found.extend(with_names_followed(reader.found));
        for_tests.extend(reader.for_tests);
    }
    for mention in &mut found {
        mention.in_test |= for_tests.iter().any(|module| mention.module.starts_with(module));
    }
    found
}

/// Paths that begin with a name from a `use` of this crate lead into this crate too.
fn with_names_followed(mut found: Vec<Mention>) -> Vec<Mention> {
    let names: BTreeMap<String, Segments> = found
        .iter()
        .filter_map(|mention| match (&mention.name, &mention.target) {
            (Some(name), Target::Inside(path)) => Some((name.clone(), path.clone())),
            _ => None,
        })
        .collect();
    for mention in &mut found {
        if let Target::Outside(path) = &mention.target
            && let Some(start) = names.get(&path[0])
        {
            mention.target = Target::Inside([start.as_slice(), &path[1..]].concat());
        }
    }
    found
}

struct Reader<'a> {
    file: &'a SourceFile,
    module: Segments,
    in_test: bool,
    found: Vec<Mention>,
    /// Modules in files of their own that are declared for tests.
    for_tests: Vec<Segments>,
}

impl Reader<'_> {
    fn read(&mut self, stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(word) if word == "mod" && is_module_in_a_file(&tokens[at..]) => {
                    if is_for_tests(&tokens[..at]) {
                        self.for_tests.push([self.module.as_slice(), &[tokens[at + 1].to_string()]].concat());
                    }
                    at += 3;
                }
                TokenTree::Ident(word) if word == "mod" && is_inline_module(&tokens[at..]) => {
                    let outside = self.in_test;
                    self.in_test |= is_for_tests(&tokens[..at]);
                    self.module.push(tokens[at + 1].to_string());
                    self.read(group(&tokens[at + 2]).stream());
                    self.module.pop();
                    self.in_test = outside;
                    at += 3;
                }
                TokenTree::Ident(word) if word == "use" => {
                    let end = (at..tokens.len()).find(|&end| is_mark(&tokens[end], ';'));
                    let end = end.unwrap_or(tokens.len());
                    let public = is_public(&tokens[..at]);
                    self.read_use(&tokens[at + 1..end], &[], public);
                    at = end;
                }
                TokenTree::Ident(method) if at > 0 && is_mark(&tokens[at - 1], '.') => {
                    self.note(&tokens[at], vec![format!(".{method}")], None, false);
                    at += 1;
                }
                TokenTree::Ident(_) => at += self.read_path(&tokens[at..]),
                TokenTree::Group(inner) => {
                    self.read(inner.stream());
                    at += 1;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => at += 1,
            }
        }
    }

    /// Reads the path at the start of `tokens` and says how many tokens it takes.
    fn read_path(&mut self, tokens: &[TokenTree]) -> usize {
        let mut segments = vec![tokens[0].to_string()];
        let mut length = 1;
        while is_double_colon(&tokens[length..])
            && let Some(TokenTree::Ident(word)) = tokens.get(length + 2)
        {
            segments.push(word.to_string());
            length += 3;
        }
        if tokens.get(length).is_some_and(|mark| is_mark(mark, '!'))
            && matches!(tokens.get(length + 1), Some(TokenTree::Group(_)))
            && let Some(last) = segments.last_mut()
        {
            last.push('!');
        }
        if segments.len() > 1 || segments[0].ends_with('!') {
            self.note(&tokens[0], segments, None, false);
        }
        length
    }

    /// Reads a `use` tree whose beginning is `before`.
    fn read_use(&mut self, tokens: &[TokenTree], before: &[String], public: bool) {
        for branch in tokens.split(|token| is_mark(token, ',')) {
            let mut segments = before.to_vec();
            for token in branch {
                match token {
                    TokenTree::Ident(word) if word == "as" => break,
                    TokenTree::Ident(word) if word == "self" && !segments.is_empty() => {}
                    TokenTree::Ident(word) => segments.push(word.to_string()),
                    TokenTree::Group(inner) => {
                        let inner: Vec<TokenTree> = inner.stream().into_iter().collect();
                        self.read_use(&inner, &segments, public);
                        segments.clear();
                    }
                    TokenTree::Punct(mark) if mark.as_char() == '*' => segments.push("*".to_owned()),
                    TokenTree::Punct(_) | TokenTree::Literal(_) => {}
                }
            }
            if let (Some(last), false) = (branch.last(), segments.is_empty()) {
                let is_renamed =
                    branch.iter().any(|token| matches!(token, TokenTree::Ident(word) if word == "as"));
                let name = if is_renamed { Some(last.to_string()) } else { segments.last().cloned() };
                self.note(last, segments, name, public);
            }
        }
    }

    fn note(&mut self, token: &TokenTree, segments: Segments, name: Option<String>, re_exported: bool) {
        self.found.push(Mention {
            file: self.file.path.clone(),
            line: token.span().start().line,
            module: self.module.clone(),
            target: self.resolve(segments),
            re_exported,
            in_test: self.in_test,
            name,
        });
    }

    fn resolve(&self, segments: Segments) -> Target {
        let ups = segments.iter().take_while(|segment| *segment == "super").count();
        match segments[0].as_str() {
            "crate" => Target::Inside(segments[1..].to_vec()),
            "self" => Target::Inside([self.module.as_slice(), &segments[1..]].concat()),
            "super" => {
                let parent = self.module.len().saturating_sub(ups);
                Target::Inside([&self.module[..parent], &segments[ups..]].concat())
            }
            _ => Target::Outside(segments),
        }
    }
}

fn is_inline_module(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [_, TokenTree::Ident(_), TokenTree::Group(body), ..] if body.delimiter() == Delimiter::Brace)
}

fn is_module_in_a_file(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [_, TokenTree::Ident(_), end, ..] if is_mark(end, ';'))
}

/// Whether the tokens before `mod` end in `#[cfg(test)]` and perhaps `pub` or `pub(…)`.
fn is_for_tests(before: &[TokenTree]) -> bool {
    let before = match before {
        [rest @ .., TokenTree::Ident(_), TokenTree::Group(scope)]
            if scope.delimiter() == Delimiter::Parenthesis =>
        {
            rest
        }
        [rest @ .., TokenTree::Ident(_)] => rest,
        _ => before,
    };
    matches!(before, [.., TokenTree::Group(attribute)] if attribute.stream().to_string().replace(' ', "") == "cfg(test)")
}

fn group(token: &TokenTree) -> &Group {
    match token {
        TokenTree::Group(group) => group,
        other => panic!("{other} is no group"),
    }
}

/// Whether the tokens before a `use` end in `pub` or `pub(…)`.
fn is_public(before: &[TokenTree]) -> bool {
    let last = match before {
        [rest @ .., TokenTree::Group(scope)] if scope.delimiter() == Delimiter::Parenthesis => rest.last(),
        _ => before.last(),
    };
    matches!(last, Some(TokenTree::Ident(word)) if word == "pub")
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn is_double_colon(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [first, second, ..] if is_mark(first, ':') && is_mark(second, ':'))
}

#[test]
fn reads_paths_in_use_trees_in_code_and_in_macros() {
    let text = "
        use crate::{domain::{self, dates as days}, lp::*};
        pub(crate) use super::rule::Rule;
        fn f() -> crate::plan::Plan { days::parse(); vec![super::g(), println!(\"{}\", std::fs::read(x))] }
        #[cfg(test)] mod tests { use super::f; }
        /// [`crate::cli`]
        struct S;
    ";
    let found = mentions(&[roster_with(text)]);
    let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
    let expected = [
        "x.rs:2: crate::domain",
        "x.rs:2: crate::domain::dates",
        "x.rs:2: crate::lp::*",
        "x.rs:3: crate::experience::rule::Rule",
        "x.rs:4: crate::plan::Plan",
        "x.rs:4: crate::domain::dates::parse",
        "x.rs:4: vec!",
        "x.rs:4: crate::experience::g",
        "x.rs:4: println!",
        "x.rs:4: std::fs::read",
        "x.rs:5: crate::experience::roster::f",
    ];
    assert_eq!(shown, expected);
    assert_eq!(found.iter().filter(|mention| mention.re_exported).count(), 1, "pub(crate) use passes on");
    assert_eq!(found.iter().filter(|mention| mention.in_test).count(), 1, "the module for tests");
}

#[test]
fn knows_a_file_that_is_declared_for_tests() {
    let parent = roster_with("#[cfg(test)] pub(crate) mod sample; mod other;");
    let child = |name: &str| {
        let module = [parent.module.as_slice(), &[name.to_owned()]].concat();
        SourceFile { path: PathBuf::from(name), module, text: "use crate::plan::Plan;".to_owned() }
    };
    let found = mentions(&[child("sample"), child("other"), parent]);
    assert_eq!(found.iter().map(|mention| mention.in_test).collect::<Vec<bool>>(), [true, false]);
}

fn roster_with(text: &str) -> SourceFile {
    let module = vec!["experience".to_owned(), "roster".to_owned()];
    SourceFile { path: PathBuf::from("x.rs"), module, text: text.to_owned() }
}
