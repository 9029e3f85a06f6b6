#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "files/on_all_cores.h"
#include "render/problem_list.h"
#include "render/problems.h"
#include "text/wording.h"

namespace backops::render {

std::size_t errors_of(const text::Problems& problems) {
    return static_cast<std::size_t>(std::ranges::count(problems, text::Severity::error, &text::Problem::severity));
}

std::string counts_text(const Checked& checked) {
    const std::size_t errors = errors_of(checked.problems);
    const std::size_t warnings = checked.problems.size() - errors;
    std::string counts = fmt::format("{}, {} in {}", text::counted(errors, "error"), text::counted(warnings, "warning"),
                                     text::counted(checked.files, "file"));
    if (checked.accepted > 0) counts += fmt::format(" ({} accepted)", checked.accepted);
    return counts + "\n";
}

std::string problems_text(const Checked& checked, bool colour) {
    constexpr std::size_t at_once = 512;
    const std::vector<std::string> texts =
        files::made_on_all_cores(std::span<const text::Problem>(checked.problems), at_once,
                                 [&](const text::Problem& problem) { return text::to_text(problem, colour) + "\n"; });
    std::string all;
    for (const std::string& text : texts) all += text;
    return all + counts_text(checked);
}

std::string problems_json(const Checked& checked) {
    const std::size_t errors = errors_of(checked.problems);
    return dumped({{"schema", "backops/check/1"},
                   {"errors", errors},
                   {"warnings", checked.problems.size() - errors},
                   {"accepted", checked.accepted},
                   {"problems", problem_list(checked.problems)}});
}

}  // namespace backops::render
