#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/noun.h"
#include "model/activity.h"
#include "time/date.h"
#include "yaml/edit.h"

namespace backops::check {

/// How grave a finding is; `off` is none.
enum class Level : std::uint8_t { off, warning, error };

/// Something in the event's files: a record, and the way to a value in it from its root. A text step finds a key, or
/// the item of a list that reads so; a number an item.
struct Spot {
    event::Noun noun = event::Noun::activity;
    std::string id;
    yaml::Path path;
    bool is_key = false;  ///< what is wrong is the last step's key, not its value
    friend auto operator<=>(const Spot&, const Spot&) = default;
};

/// The second place of a finding.
struct Other {
    Spot spot;
    std::string message;
    friend auto operator<=>(const Other&, const Other&) = default;
};

/// What a rule finds wrong: once for each time that it is so, before anybody has looked where that stands in the file.
/// What people read is `claim`, "on" `when`, `rest`; `{}` in the claim stands for the resources.
struct Finding {
    std::string rule;
    std::string claim;
    Spot spot;
    std::vector<std::string> hints;
    std::string remedy;  ///< "move one": what else can be done than to accept it; empty where there is a hint instead
    std::string with;    ///< what an `accept` would name, so that it takes this one alone

    std::string when;  ///< "fri 12 jun, 14:00–14:45"; empty for what is not about times
    std::string rest;
    Level level = Level::warning;  ///< unless the event's `rules.severity` gives the rule another
    bool is_lowered = false;       ///< one level less than that: one side is optional or tentative
    bool is_shared = false;        ///< one cause may concern several people, who are told of together
    bool is_of_day = false;        ///< about the day of a person, whatever it begins and ends with
    std::optional<time::Date> day;
    std::vector<Other> others;
    std::vector<const model::Activity*> activities;  ///< whose `accept` can accept it
    std::vector<std::string> occurrences;            ///< their names: `keynote`, `breakfast@2026-06-13`
    std::vector<std::string> resources;              ///< ids of whom or what it is about
    std::optional<std::int64_t> minutes;
    const model::Accept* accept = nullptr;  ///< what takes it
    std::size_t days = 1;                   ///< on how many it is so
};

using Findings = std::vector<Finding>;

/// Of one pair of activities on one calendar, and of one rule in one person's days, so many are told, and that there
/// are more. No event lasts so many days.
inline constexpr std::size_t most_told = 500;

Finding about(std::string rule, Spot spot, std::string claim, std::vector<std::string> hints = {});
/// The same of an activity, which can accept it, whenever that happens.
Finding about(std::string rule, const model::Activity& activity, std::string claim, yaml::Path path,
              std::vector<std::string> hints = {});

/// Its hints; of one with a remedy "move one, or record it as intended: …", the command that accepts it.
std::vector<std::string> hints_of(const Finding& finding);

/// Its one line: "`main-stage` has two activities on 4 days, first fri 12 jun, 11:30–11:45".
std::string message_of(const Finding& finding);
/// A message that is shown without its place: it also names those of its occurrences that are not in it.
std::string without_place(std::string message, const std::vector<std::string>& occurrences);

}  // namespace backops::check
