#include "files/manifest.h"

#include <fmt/format.h>

#include <charconv>
#include <set>

#include "files/path.h"
#include "text/failure.h"

namespace backops::files {

namespace {

constexpr std::string_view first_line = "backops-commit 2";
constexpr std::string_view any_version = "backops-commit ";
constexpr std::string_view checksum_word = "checksum ";
constexpr std::string_view number_word = "change ";

std::string hash_text(const std::optional<Hash>& hash) { return hash ? to_text(*hash) : "absent"; }

std::string_view cut(std::string_view& rest, char end) {
    const std::size_t at = rest.find(end);
    const std::string_view head = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return head;
}

std::optional<Hash> hash_field(std::string_view& rest) {
    const std::string_view word = cut(rest, ' ');
    if (word == "absent") return std::nullopt;
    const std::optional<Hash> hash = parse_hash(word);
    if (!hash) damaged("a hash cannot be read");
    return hash;
}

std::size_t number_field(std::string_view& rest) {
    const std::string_view word = cut(rest, ' ');
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) damaged("a number cannot be read");
    return number;
}

Step parse_step(std::string_view line) {
    Step step;
    step.staged = number_field(line);
    step.before = hash_field(line);
    step.after = hash_field(line);
    step.path = line;
    if (!is_writable_path(step.path)) damaged("it names a path that backops never writes");
    if (step.staged == 0 || step.before == step.after) damaged("a step does not say what to do");
    return step;
}

/// The text up to its last line, which must be the checksum of that part.
std::string_view checked_part(std::string_view text) {
    if (text.empty() || text.back() != '\n') damaged("it is cut short");
    const std::size_t before_last = text.substr(0, text.size() - 1).rfind('\n');
    if (before_last == std::string_view::npos) damaged("it is cut short");
    const std::string_view part = text.substr(0, before_last + 1);
    std::string_view last = text.substr(part.size());
    last.remove_suffix(1);
    if (!last.starts_with(checksum_word)) damaged("it is cut short");
    last.remove_prefix(checksum_word.size());
    if (parse_hash(last) != content_hash(part)) damaged("its checksum does not match");
    return part;
}

void check_version(std::string_view line) {
    if (line == first_line) return;
    if (!line.starts_with(any_version)) damaged("it does not begin with its version");
    throw text::Failure(fmt::format("an interrupted change was recorded by another version of backops ({}/{})",
                                    commit_folder, manifest_name),
                        {"run that version once to finish it"});
}

/// A word of hexadecimal digits, since it becomes the name of a file.
std::string_view parse_number(std::string_view line) {
    if (!line.starts_with(number_word)) damaged("it does not say which change it is");
    const std::string_view number = line.substr(number_word.size());
    if (!parse_hash(number)) damaged("its number cannot be read");
    return number;
}

}  // namespace

void damaged(std::string_view why) {
    throw text::Failure(
        fmt::format("the record of an interrupted change, {}/{}, is damaged: {}", commit_folder, manifest_name, why),
        {fmt::format("to go on with the files as they stand: mv {} interrupted-change", commit_folder)});
}

std::string manifest_text(const Manifest& manifest) {
    std::string text = fmt::format("{}\n{}{}\n", first_line, number_word, manifest.number);
    for (const Step& step : manifest.steps) {
        text += fmt::format("{} {} {} {}\n", step.staged, hash_text(step.before), hash_text(step.after), step.path);
    }
    text += fmt::format("{}{}\n", checksum_word, to_text(content_hash(text)));
    return text;
}

Manifest parse_manifest(std::string_view text) {
    std::string_view rest = checked_part(text);
    check_version(cut(rest, '\n'));
    Manifest manifest{std::string(parse_number(cut(rest, '\n'))), {}};
    std::set<std::string> paths;
    std::set<std::size_t> numbers;
    while (!rest.empty()) {
        Step step = parse_step(cut(rest, '\n'));
        if (!paths.insert(step.path).second) damaged("it names a path twice");
        if (step.staged != 0 && !numbers.insert(step.staged).second) damaged("it names a staged file twice");
        manifest.steps.push_back(std::move(step));
    }
    return manifest;
}

}  // namespace backops::files
