#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "yaml/parse.h"
#include "yaml/tree.h"

namespace backops::yaml::test {

/// A text and what reading it gave.
struct Reading {
    std::string text;
    text::Problems problems;
    std::optional<Node> root;

    explicit Reading(std::string source) : text(std::move(source)), root(parse("f.yaml", text, problems)) {}

    bool is_clean() const { return root && problems.empty(); }
    std::string_view source(const Node& node) const { return source(node.span); }
    std::string_view source(text::Span span) const {
        return std::string_view(text).substr(span.begin, span.end - span.begin);
    }
};

}  // namespace backops::yaml::test
