#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "../schedule/plan_builder.h"
#include "render/drawing.h"
#include "text/width.h"

namespace backops::tests {

inline Texts lines(const std::string& text) {
    Texts all;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        all.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return all;
}

/// The first line with `words` in it.
inline std::string line_of(const std::string& text, std::string_view words) {
    for (const auto& line : lines(text)) {
        if (line.find(words) != std::string::npos) return line;
    }
    return "no line has " + std::string(words);
}

/// The terminal cell at which `words` begin; -1 when they are not there.
inline int column_of(const std::string& line, std::string_view words) {
    const std::size_t at = line.find(words);
    return at == std::string::npos ? -1 : text::display_width(std::string_view(line).substr(0, at));
}

inline bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// With one blank or hyphen for each run of them: a table may be padded.
inline std::string squeezed(std::string text) {
    const auto is_repeated = [](char a, char b) { return a == b && (a == ' ' || a == '-'); };
    text.erase(std::unique(text.begin(), text.end(), is_repeated), text.end());
    return text;
}

inline void check_widths(const std::string& text, int width) {
    CHECK(text.ends_with('\n'));
    for (const auto& line : lines(text)) {
        CAPTURE(line);
        CHECK(text::display_width(line) <= width);
        CHECK_FALSE(line.ends_with(' '));
    }
}

/// A drawing with all that it refers to; the builder must outlive it.
struct Drawn {
    const PlanBuilder& builder;
    schedule::Selection selection;
    schedule::Schedule schedule;
    render::Drawing drawing;

    Drawn(const PlanBuilder& of, schedule::Selection chosen = {}, render::Resource columns = render::Resource::area)
        : builder(of),
          selection(std::move(chosen)),
          schedule(schedule_of(of, selection)),
          drawing{of.plan(), schedule, selection, columns} {}
    Drawn(const Drawn&) = delete;
    Drawn& operator=(const Drawn&) = delete;
};

}  // namespace backops::tests
