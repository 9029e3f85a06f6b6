#include "event/repeating.h"

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
    yaml::Document& document = draft.document();
    const auto put = [&](const char* key, const std::string& text, bool bare) {
        document.set({"repeat", key}, text.empty() ? Value{} : bare ? Value::bare_scalar(text) : Value::scalar(text));
    };
    put("every", rule->every, false);
    document.set({"repeat", "dates"}, dates(rule->dates, intake));
    std::vector<Value> on;
    for (const std::string& word : rule->on) on.push_back(Value::bare_scalar(word));
    document.set({"repeat", "on"}, Value::list(std::move(on)));
    put("week_start", rule->week_start, false);
    put("until", rule->until.empty() ? "" : time::to_text(intake.day(rule->until)), true);
    put("count", rule->count, true);
    put("during", rule->during.empty() ? "" : intake.id(Target::timeframe, rule->during), false);
    if (!rule->skip.empty()) document.set({"repeat", "skip"}, dates(rule->skip, intake));
}

}  // namespace backops::event
