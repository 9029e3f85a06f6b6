#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "reading.h"

namespace backops::yaml::test {

inline const std::string syntax = "yaml-syntax";

struct Refused {
    std::string file;
    int line;
    int column;
    std::string rule;
    std::string message;
    std::string mended;  // the file after the hint was followed, if it is one that says what to type
};

inline void check_refusals(std::initializer_list<Refused> all) {
    for (const Refused& refused : all) {
        const Reading reading(refused.file);
        INFO("file:\n", refused.file);
        REQUIRE_FALSE(reading.problems.empty());
        const text::Problem& problem = reading.problems.front();
        CHECK(problem.message == refused.message);
        CHECK(problem.rule == refused.rule);
        CHECK(problem.place.line == refused.line);
        CHECK(problem.place.column == refused.column);
        CHECK(problem.place.file == "f.yaml");
        CHECK_FALSE(problem.hints.empty());
        if (!refused.mended.empty()) {
            INFO("mended:\n", refused.mended);
            CHECK(Reading(refused.mended).is_clean());
        }
    }
}

}  // namespace backops::yaml::test
