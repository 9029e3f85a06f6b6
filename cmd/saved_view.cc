#include "cmd/saved_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "event/cross_checks.h"
#include "event/read.h"
#include "text/failure.h"
#include "text/utf8.h"

namespace backops::cmd {
namespace {

using event::Noun;

// Refuses a link, a folder or a `.yml` of that name: otherwise a view with a longer name would be taken instead.
void refuse_stray(event::Directory& directory, const std::string& typed) {
    if (directory.exists(Noun::view, typed)) return;
    const std::string folder(event::folder(Noun::view));
    const std::string begin = folder + "/" + text::case_folded(typed);
    text::Problems problems;
    std::ranges::copy_if(
        directory.folder_problems(Noun::view), std::back_inserter(problems), [&](const text::Problem& problem) {
            return problem.place.file == folder || text::case_folded(problem.place.file).starts_with(begin);
        });
    if (!problems.empty())
        throw text::Failure(std::move(problems), "no view was used, since what is there cannot be read");
}

// A list that is written and empty names nobody; without its calendars the view would select everything.
void refuse_emptied(const event::RecordFile& file, text::Problems& problems) {
    for (const std::string_view key : {"areas", "collaborators", "crew"}) {
        const yaml::Entry* entry = file.tree->entry(key);
        if (entry && entry->value.kind == yaml::Kind::list && entry->value.items.empty())
            problems.push_back(event::problem_in(file, entry->value.span, "wrong-value",
                                                 fmt::format("`{}` is empty, so it selects nothing", key),
                                                 {"write whose calendars are meant, or delete the line"}));
    }
}

}  // namespace

model::View sound_view(event::Intake& intake, const std::string& typed) {
    event::Directory& directory = intake.directory();
    refuse_stray(directory, typed);
    const std::string id = intake.id(Noun::view, typed);
    const event::RecordFile& file = directory.file(Noun::view, id);
    text::Problems problems = file.problems;
    event::check_references(directory, file, problems);
    if (file.tree && problems.empty()) refuse_emptied(file, problems);
    if (!problems.empty()) {
        text::sort(problems);
        throw text::Failure(std::move(problems), fmt::format("the view `{}` is not used while it has problems", id));
    }
    return event::read_view(file);
}

void require_sound_timeframe(event::Directory& directory, const std::string& id) {
    const event::RecordFile& file = directory.file(Noun::timeframe, id);
    if (text::any_error(file.problems))
        throw text::Failure(file.problems, fmt::format("the time frame `{}` is not used while it has errors", id));
}

}  // namespace backops::cmd
