#include "yaml/parse.h"

#include "yaml/ends.h"
#include "yaml/raw_checks.h"
#include "yaml/reader.h"
#include "yaml/refusal.h"
#include "yaml/syntax.h"

namespace backops::yaml {
namespace {

using text::Problem;

Problem problem(std::string_view file, std::string_view text, std::size_t begin, std::size_t end, std::string message,
                std::string hint) {
    return refusal(file, text, begin, end, "yaml-syntax", std::move(message), {std::move(hint)});
}

// Comments and one `---` may come before the record; a directive may not.
std::optional<Problem> wrong_beginning(std::string_view file, std::string_view text) {
    std::size_t at = skip_space(text, text_begin(text));
    if (at < text.size() && text[at] == '%' && column_of(text, at) == 0)
        return problem(file, text, at, line_end(text, at), "a YAML directive stands here", "delete this line");
    return std::nullopt;
}

std::optional<Problem> wrong_ending(std::string_view file, std::string_view text, const Node& root) {
    std::size_t at = root.span.end;
    if (root.kind == Kind::nothing) {
        at = skip_space(text, text_begin(text));
        if (text.substr(at).starts_with("---")) at += 3;
    }
    at = skip_space(text, at);
    if (at >= text.size()) return std::nullopt;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("..."))
        return problem(file, text, at, at + 3, "`...` ends the record here", "delete this line");
    if (rest.starts_with("---"))
        return problem(file, text, at, at + 3, "a second document begins here",
                       "one file holds one record: delete this line, or move what follows into a file of its own");
    return syntax_problem(file, text, at, "end of map");
}

}  // namespace

std::optional<Node> parse(std::string_view file, std::string_view text, text::Problems& problems) {
    if (auto bad = unreadable(file, text)) return problems.push_back(std::move(*bad)), std::nullopt;
    if (auto bad = wrong_beginning(file, text)) return problems.push_back(std::move(*bad)), std::nullopt;
    auto root = read_tree(file, text, problems);
    if (!root) return std::nullopt;
    if (auto bad = wrong_ending(file, text, *root)) return problems.push_back(std::move(*bad)), std::nullopt;
    return root;
}

}  // namespace backops::yaml
