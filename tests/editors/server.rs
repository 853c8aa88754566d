//! yaml-language-server, spoken to as an editor does: JSON-RPC on its standard input and output.

use crate::support::tools;
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

/// The server, and a folder whose files it is told of.
pub struct Server {
    child: Child,
    input: ChildStdin,
    said: Receiver<Value>,
    folder: PathBuf,
    requests: i64,
}

impl Server {
    pub fn start(folder: &Path) -> Self {
        let mut command = tools::of_node("yaml-language-server");
        command.arg("--stdio").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("this test needs yaml-language-server");
        let input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let (send, said) = channel();
        thread::spawn(
            move || while message(&mut output).is_some_and(|message| send.send(message).is_ok()) {},
        );
        let folder = folder.canonicalize().unwrap();
        let mut server = Self { child, input, said, folder, requests: 0 };
        server.ask("initialize", &json!({"processId": null, "rootUri": null, "capabilities": {}}));
        server.tell("initialized", &json!({}));
        let settings = json!({"yaml": {"validate": true, "hover": true, "completion": true, "schemaStore": {"enable": false}}});
        server.tell("workspace/didChangeConfiguration", &json!({"settings": settings}));
        server
    }

    /// What it says is wrong in a file of the folder that holds this text.
    pub fn problems(&mut self, name: &str, text: &str) -> Vec<String> {
        let uri = self.uri(name);
        let document = json!({"uri": uri, "languageId": "yaml", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
        let told = self.hear(|message| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri.as_str()
        });
        let found = told["params"]["diagnostics"].as_array().unwrap();
        found.iter().map(|problem| problem["message"].as_str().unwrap().to_owned()).collect()
    }

    /// What it says of the word at a line and letter of a file, both counted from 0.
    pub fn hover(&mut self, name: &str, at: (u32, u32)) -> String {
        self.ask("textDocument/hover", &self.at(name, at))["contents"].to_string()
    }

    /// What it offers to write there.
    pub fn completions(&mut self, name: &str, at: (u32, u32)) -> Vec<String> {
        let offered = self.ask("textDocument/completion", &self.at(name, at));
        let items = offered["items"].as_array().unwrap();
        items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    fn at(&self, name: &str, (line, character): (u32, u32)) -> Value {
        let position = json!({"line": line, "character": character});
        json!({"textDocument": {"uri": self.uri(name)}, "position": position})
    }

    fn uri(&self, name: &str) -> String {
        format!("file://{}", self.folder.join(name).display())
    }

    fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        self.requests += 1;
        let id = self.requests;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": parameters}));
        self.hear(|message| message["id"] == id && message.get("method").is_none())["result"].take()
    }

    fn tell(&mut self, method: &str, parameters: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": parameters}));
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.input.flush().unwrap();
    }

    /// The next message of a kind; others are passed over.
    fn hear(&self, is_meant: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.said.recv_timeout(Duration::from_secs(60)).expect("an answer within a minute");
            if is_meant(&message) {
                return message;
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The next message; `None` when there is no more.
fn message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        output.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", number)) => length = number.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}
