#include "yaml/raw_checks.h"

#include <algorithm>

#include "text/encoding.h"
#include "yaml/parse.h"
#include "yaml/refusal.h"

namespace backops::yaml {
namespace {

using text::Problem;

std::optional<Problem> merge_marker(std::string_view file, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = text.substr(at, text.find('\n', at) - at);
        for (const std::string_view marker : {"<<<<<<<", "|||||||", "=======", ">>>>>>>"}) {
            if (!line.starts_with(marker)) continue;
            const bool whole = line.size() == 7 || line[7] == ' ' || line[7] == '\r';
            if (!whole) continue;
            return refusal(file, text, at, at + 7, "merge-conflict", "a merge conflict was left in this file",
                           {"keep the lines that are right and delete the markers `<<<<<<<`, `=======` and `>>>>>>>`"});
        }
        const std::size_t end = text.find('\n', at);
        at = end == std::string_view::npos ? text.size() : end + 1;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Problem> unreadable(std::string_view file, std::string_view text) {
    if (auto bad = text::encoding_problem(file, text)) return bad;
    if (auto marker = merge_marker(file, text)) return marker;
    const auto brackets = std::count_if(text.begin(), text.end(), [](char c) { return c == '[' || c == '{'; });
    if (static_cast<std::size_t>(brackets) > most_brackets)
        return refusal(file, "limit", "there are more than 4,096 opening brackets in this file",
                       {"write lists as lines that begin with `- `"});
    return std::nullopt;
}

}  // namespace backops::yaml
