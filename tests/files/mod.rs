//! What is read and written: nothing lost, nothing left half done, nothing obeyed that was only typed.

mod typed;
