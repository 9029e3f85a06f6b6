#include <fmt/format.h>

#include <algorithm>

#include "check/problems.h"
#include "cmd/nouns.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "event/load.h"
#include "render/record_json.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

int check_event(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    event::Directory directory = session.open(files::Access::read);
    event::Loading loading = event::load(directory);
    const text::Problems found = check::problems_of(directory, loading.plan);
    loading.problems.insert(loading.problems.end(), found.begin(), found.end());
    text::sort(loading.problems);
    const auto errors = static_cast<std::size_t>(
        std::count_if(loading.problems.begin(), loading.problems.end(),
                      [](const text::Problem& problem) { return problem.severity == text::Severity::error; }));
    const std::size_t warnings = loading.problems.size() - errors;
    if (format == "json") {
        session.out(render::problems_json(loading.problems));
    } else {
        for (const text::Problem& problem : loading.problems)
            session.out(text::to_text(problem, session.colour()) + "\n");
        session.out(fmt::format("{}, {} in {}\n", text::counted(errors, "error"), text::counted(warnings, "warning"),
                                text::counted(loading.files, "file")));
    }
    return errors > 0 || (warnings > 0 && arguments.has("--strict")) ? text::refused : 0;
}

}  // namespace

Noun check_noun() {
    return {"check",
            "whether the event's files are right",
            {{"",
              "Reports everything that is wrong in the event's files",
              {},
              {{"--strict", "", "exit with 1 for warnings too"}, {"--format", "FORMAT", "text or json"}},
              check_event}}};
}

}  // namespace backops::cmd
