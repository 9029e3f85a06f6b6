#include "event/repeating.h"

#include <utility>

#include "text/failure.h"
#include "time/repeat.h"

namespace backops::event {
namespace {

using yaml::Value;

Value dates(const std::vector<std::string>& typed, Intake& intake) {
    std::vector<Value> items;
    for (const std::string& text : typed) items.push_back(Value::bare_scalar(time::to_text(intake.day(text))));
    return Value::list(std::move(items));
}

}  // namespace

void set_repeat(Draft& draft, std::string_view typed, Intake& intake) {
    const auto rule = time::parse_rule(typed);
    if (!rule) throw text::Failure("--repeat: " + rule.error, rule.hints);
    std::vector<Value> on;
    for (const std::string& word : rule->on) on.push_back(Value::bare_scalar(word));
    const auto text = [](const std::string& word) { return word.empty() ? Value{} : Value::scalar(word); };
    const auto bare = [](const std::string& word) { return word.empty() ? Value{} : Value::bare_scalar(word); };
    const std::pair<std::string_view, Value> keys[] = {
        {"repeat.every", text(rule->every)},
        {"repeat.dates", dates(rule->dates, intake)},
        {"repeat.on", Value::list(std::move(on))},
        {"repeat.week_start", text(rule->week_start)},
        {"repeat.until", bare(rule->until.empty() ? "" : time::to_text(intake.day(rule->until)))},
        {"repeat.count", bare(rule->count)},
        {"repeat.during", text(rule->during.empty() ? "" : intake.id(Target::timeframe, rule->during))},
    };
    // First what the rule says, then what it no longer says, so that `repeat` and its comments stay in between.
    for (const auto& [key, value] : keys)
        if (!value.empty()) draft.put(key, value);
    if (!rule->skip.empty()) draft.put("repeat.skip", dates(rule->skip, intake));
    for (const auto& [key, value] : keys)
        if (value.empty()) draft.unset(key);
}

}  // namespace backops::event
