#include "files/leftover_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "files/path.h"
#include "files/trouble.h"
#include "text/width.h"

namespace backops::files {

namespace {

std::string counted_files(std::size_t count) {
    return count == 1 ? std::string("1 file") : fmt::format("{} files", count);
}

/// "29 files have the new text: areas/a.yaml, areas/b.yaml and 27 more"; empty for none.
std::string listed(const Leftover& left, Standing standing, std::string_view have) {
    constexpr std::size_t most = 4;
    std::vector<std::string> paths;
    for (const Pending& pending : left.steps)
        if (pending.standing == standing) paths.push_back(text::one_line(pending.step.path));
    if (paths.empty()) return {};
    std::string words =
        fmt::format("{} {} {}: ", counted_files(paths.size()), paths.size() == 1 ? "has" : "have", have);
    for (std::size_t i = 0; i < paths.size() && i < most; ++i) words += (i > 0 ? ", " : "") + paths[i];
    if (paths.size() > most) words += fmt::format(" and {} more", paths.size() - most);
    return words;
}

std::vector<std::string> standings(const Leftover& left) {
    std::vector<std::string> all;
    const auto add = [&](Standing standing, std::string_view have) {
        if (std::string words = listed(left, standing, have); !words.empty()) all.push_back(std::move(words));
    };
    add(Standing::after, "the new text");
    add(Standing::before, "the old text");
    add(Standing::other, "neither");
    return all;
}

std::vector<std::string> ways_on() {
    return {
        fmt::format("to keep the files as they are: mv {} interrupted-change", commit_folder),
        "to finish the change, if you trust it: set BACKOPS_TRUST to the path of this event and run the command again"};
}

}  // namespace

std::string finished_words(const Leftover& left) {
    return fmt::format("finished an interrupted change of {}", counted_files(left.steps.size()));
}

std::string shown_words(const Leftover& left, const std::string& why) {
    return fmt::format("an interrupted change of {} is shown as finished; it cannot be finished here: {}",
                       counted_files(left.steps.size()), why);
}

std::vector<std::string> aside_words(const Leftover& left, const std::string& kept) {
    std::vector<std::string> words{
        fmt::format("a change of {} was interrupted, and the files were changed since, so it was not finished; it is "
                    "kept in {}",
                    counted_files(left.steps.size()), kept)};
    std::ranges::move(standings(left), std::back_inserter(words));
    return words;
}

std::vector<std::string> foreign_words(const Leftover& left) {
    std::vector<std::string> words{
        fmt::format("{} records a change of {} that you did not make here: nothing of it is used", commit_folder,
                    counted_files(left.steps.size()))};
    std::ranges::move(standings(left), std::back_inserter(words));
    std::ranges::move(ways_on(), std::back_inserter(words));
    return words;
}

text::Failure foreign_record(const Leftover& left) {
    std::string message = fmt::format("{} records an interrupted change of {} that you did not make here",
                                      commit_folder, counted_files(left.steps.size()));
    for (const std::string& line : standings(left)) message += '\n' + line;
    return text::Failure(message + '\n' + std::string(nothing_changed), ways_on());
}

std::string kept_name(const std::string& path) {
    constexpr std::size_t longest = 200;
    std::string name = fmt::format("{}kept-{}", own_prefix, path).substr(0, longest);
    std::ranges::replace(name, '/', '-');
    return name;
}

std::string kept_words(const std::string& path, const std::string& kept) {
    return fmt::format(
        "{} was changed by someone else while it was written: it has the new text, and theirs is kept in {}",
        text::one_line(path), text::one_line(kept));
}

}  // namespace backops::files
