#include "text/problem.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "text/excerpt.h"
#include "text/paint.h"
#include "text/width.h"

namespace backops::text {
namespace {

auto key_of(const Place& place) { return std::tie(place.file, place.line, place.column, place.length, place.excerpt); }

auto key_of(const Note& note) { return std::tuple_cat(key_of(note.place), std::tie(note.message)); }

bool stands_before(const Problem& a, const Problem& b) {
    const auto key = [](const Problem& problem) {
        return std::tie(problem.place.file, problem.place.line, problem.place.column, problem.rule, problem.message,
                        problem.severity, problem.place.length, problem.place.excerpt, problem.hints);
    };
    const auto order = key(a) <=> key(b);
    if (order != 0) return order < 0;
    return std::lexicographical_compare(a.others.begin(), a.others.end(), b.others.begin(), b.others.end(),
                                        [](const Note& x, const Note& y) { return key_of(x) < key_of(y); });
}

std::string head_of(const Place& place, bool colour) {
    if (place.file.empty()) return {};
    auto head = one_line(place.file);
    if (place.line > 0) head += ":" + std::to_string(place.line);
    if (place.line > 0 && place.column > 0) head += ":" + std::to_string(place.column);
    return painted(head + ":", Tone::strong, colour) + " ";
}

}  // namespace

bool any_error(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
}

// Problems are large, and mostly in order.
void sort(Problems& problems) {
    if (std::is_sorted(problems.begin(), problems.end(), stands_before)) return;
    std::vector<Problem*> order;
    order.reserve(problems.size());
    for (Problem& problem : problems) order.push_back(&problem);
    std::sort(order.begin(), order.end(), [](const Problem* a, const Problem* b) { return stands_before(*a, *b); });
    Problems sorted;
    sorted.reserve(problems.size());
    for (Problem* problem : order) sorted.push_back(std::move(*problem));
    problems = std::move(sorted);
}

std::string to_text(const Problem& problem, bool colour) {
    const bool is_error = problem.severity == Severity::error;
    const auto tone = is_error ? Tone::error : Tone::warning;
    auto result = head_of(problem.place, colour) + painted(is_error ? "error:" : "warning:", tone, colour) + " " +
                  one_line(problem.message);
    if (!problem.rule.empty()) result += painted(" [" + one_line(problem.rule) + "]", Tone::faint, colour);
    result += "\n";
    if (!problem.place.file.empty()) result += excerpt_of(problem.place, tone, colour);
    for (const auto& other : problem.others) {
        result += "  " + head_of(other.place, colour) + one_line(other.message) + "\n";
    }
    for (const auto& hint : problem.hints) {
        result += "  " + painted("hint:", Tone::accent, colour) + " " + one_line(hint) + "\n";
    }
    return result;
}

}  // namespace backops::text
