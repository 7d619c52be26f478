//! The documents say what the program does: every command and flag has its words.

use std::collections::BTreeSet;
use std::path::Path;

use crate::program::Place;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = Place::new().run(&["--help"]).clean();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn every_command_and_flag_is_described() {
    let document = read("docs/command-line.md");
    let commands = commands();
    assert!(commands.len() >= 10, "{commands:?}");
    for command in commands {
        assert!(
            document.contains(&format!("## `dateline {command}")),
            "docs/command-line.md lacks `dateline {command}`"
        );
        let help = Place::new().run(&[&command, "--help"]).clean();
        let flags: BTreeSet<&str> = help
            .split(|letter: char| letter.is_whitespace() || ",[]=".contains(letter))
            .filter(|word| word.starts_with("--") && word.len() > 4 && *word != "--help")
            .collect();
        for flag in flags {
            assert!(
                document.contains(&format!("`{flag}")),
                "docs/command-line.md lacks {flag} of `dateline {command}`"
            );
        }
    }
}

#[test]
fn the_two_commands_of_the_readme_are_there() {
    let readme = read("README.md");
    assert!(readme.contains("cargo run --release -- demo") && readme.contains("./test"));
    let picture = readme.split("](").find_map(|part| part.split(')').next().filter(|path| path.ends_with(".png")));
    assert!(!read_bytes(picture.expect("a picture")).is_empty());
}

fn read_bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)).expect("the picture is there")
}
