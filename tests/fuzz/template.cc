#include "render/template.h"

#include <array>
#include <optional>
#include <utility>

#include "fuzzed.h"
#include "text/code_point.h"
#include "text/failure.h"
#include "text/utf8.h"

using namespace backops;
using namespace backops::render;

namespace {

constexpr std::size_t most_drawn = 16 * 1024 * 1024;

/// As much of a sheet as has every kind of value, some of them hostile.
const Json& sheet() {
    static const Json json{
        {"title", "Call sheet"},
        {"issue", nullptr},
        {"empty", ""},
        {"event", {{"name", "Summer \x1b[31m<b>|`*"}, {"x-own", "\xE2\x80\xAE\r\n\t\x01"}}},
        {"rows",
         {{{"times", "10:00"}, {"name", "1. Doors"}, {"who", {"Ana", "Jo"}}, {"is_key", true}, {"place", nullptr}},
          {{"times", "11:00"}, {"name", "Show"}, {"who", Json::array()}, {"is_key", false}, {"place", "Hall\nB"}}}},
        {"standby", Json::array()},
        {"total", 2.5}};
    return json;
}

void hold_safe(const std::string& drawn) {
    fuzz::hold(drawn.size() <= most_drawn, "a sheet has a limit");
    fuzz::hold(!text::first_bad_byte(drawn), "a sheet is UTF-8");
    for (std::size_t at = 0; at < drawn.size();) {
        const auto point = text::code_point_at(drawn, at);
        fuzz::hold(!text::acts_on_a_terminal(point.value) || point.value == '\n' || point.value == '\t',
                   "nothing on a sheet acts on a terminal");
        at += point.bytes;
    }
}

void hold_told(const text::Failure& failure, std::size_t size) {
    fuzz::hold(failure.problems.size() == 1, "one mistake is told");
    const text::Problem& problem = failure.problems.front();
    fuzz::hold(!problem.message.empty() && problem.message.find('\n') == std::string::npos, "a message is one line",
               problem.message);
    fuzz::hold((problem.place.line >= 1) == (problem.place.column >= 1), "a place has both", problem.message);
    fuzz::hold(static_cast<std::size_t>(problem.place.line) <= size + 1, "the place is in the file", problem.message);
}

}  // namespace

/// A template, and behind a NUL another that it may include as `part`, drawn in each kind of markup or refused with a
/// place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const auto [text, part] = fuzz::parts(fuzz::bytes(begin, size));
    const auto find = [part = part](const std::string& name) -> std::optional<TemplateSource> {
        if (name != "part") return std::nullopt;
        return TemplateSource{"part.md.mustache", std::string(part)};
    };
    constexpr std::array markups{Markup::html, Markup::markdown, Markup::text};
    try {
        const Template made({"f.html.mustache", std::string(text)}, find, markups[size % markups.size()]);
        hold_safe(made.rendered(sheet()));
    } catch (const text::Failure& failure) {
        hold_told(failure, size);
    }
    return 0;
}
