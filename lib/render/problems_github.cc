#include <fmt/format.h>

#include "render/problems.h"
#include "text/width.h"

namespace backops::render {
namespace {

// What would end a command, or one of its properties.
std::string escaped(std::string_view text, bool is_property) {
    std::string out;
    for (const char c : text) {
        const bool is_special = c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ','));
        if (is_special)
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out;
}

std::string place_of(const text::Place& place) {
    std::string properties = "file=" + escaped(text::one_line(place.file), true);
    if (place.line > 0) properties += fmt::format(",line={},col={}", place.line, place.column);
    if (place.line > 0 && place.length > 0) properties += fmt::format(",endColumn={}", place.column + place.length);
    return properties;
}

std::string where(const text::Place& place) {
    return place.line > 0 ? fmt::format("{}:{}:{}", place.file, place.line, place.column) : place.file;
}

}  // namespace

std::string problems_github(const Checked& checked) {
    std::string all;
    for (const text::Problem& problem : checked.problems) {
        std::string message = text::one_line(problem.message);
        for (const text::Note& other : problem.others)
            message += fmt::format("\n{}: {}", text::one_line(where(other.place)), text::one_line(other.message));
        for (const std::string& hint : problem.hints) message += "\nhint: " + text::one_line(hint);
        all += fmt::format("::{} {},title={}::{}\n", problem.severity == text::Severity::error ? "error" : "warning",
                           place_of(problem.place), escaped(problem.rule, true), escaped(message, false));
    }
    return all + counts_text(checked);
}

}  // namespace backops::render
