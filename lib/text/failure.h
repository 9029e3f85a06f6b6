#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "text/problem.h"

namespace backops::text {

/// Exit statuses of the program (design, section 6).
inline constexpr int refused = 1;
inline constexpr int wrong_usage = 2;
inline constexpr int bug = 70;

/// Thrown when a command cannot go on; caught once, in main. Problems, if any, are printed before the message.
class Failure : public std::exception {
  public:
    explicit Failure(std::string message, std::vector<std::string> hints = {}, int status = refused)
        : message(std::move(message)), hints(std::move(hints)), status(status) {}
    Failure(Problems problems, std::string message) : message(std::move(message)), problems(std::move(problems)) {}

    const char* what() const noexcept override { return message.c_str(); }

    std::string message;  ///< without `error: `; one line, then optional detail lines such as `nothing was changed`
    std::vector<std::string> hints;
    int status = refused;
    Problems problems;
};

}  // namespace backops::text
