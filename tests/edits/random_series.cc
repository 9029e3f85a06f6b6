#include "random_series.h"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "time/date.h"

namespace backops::edits::tests {
namespace {

using Dice = yaml::test::Dice;

std::string date(int day) { return time::to_text(*time::parse_date("2026-06-01") + day); }

std::string times(Dice& dice, int day, bool all_day) {
    if (all_day) {
        const std::string start = fmt::format("start: {}\n", date(day));
        return dice.one_in(2) ? start : start + fmt::format("end: {}\n", date(day + static_cast<int>(dice.below(3))));
    }
    const std::string clock = dice.of<std::string>({"07:00", "14:30", "24:45", "28:30", "00:30", "03:50", "23:00"});
    const std::string start = fmt::format("start: {}T{}\n", date(day), clock);
    return start + dice.of<std::string>({"", "end: \"09:00\"\n", "duration: 90m\n", "duration: 26h\n",
                                         "end: \"25:00\"\n", fmt::format("end: {}T12:00\n", date(day + 2))});
}

std::string rule(Dice& dice, int day) {
    const std::string bound = dice.of<std::string>({"", fmt::format("  until: {}\n", date(day + 9)), "  count: 5\n",
                                                    "  during: show-days\n", "  during: load-in\n"});
    switch (dice.below(6)) {
        case 0:
            return fmt::format("  dates:\n  - {}\n  - {}\n  - {}\n", date(day), date(day + 2), date(day + 3));
        case 1:
            return "  every: week\n  on:\n  - tue\n  - fri\n" + bound;
        case 2:
            return "  every: 2 weeks\n" + bound;
        case 3:
            return "  every: month\n  on:\n  - 12\n  - last sun\n" + bound;
        case 4:
            return "  every: 2 days\n" + bound;
        default:
            return "  every: day\n" + bound;
    }
}

std::string change(Dice& dice, bool all_day, int day) {
    if (all_day)
        return dice.of<std::string>({"      name: Another\n", fmt::format("      start: {}\n", date(day + 1)),
                                     fmt::format("      end: {}\n", date(day + 4))});
    return dice.of<std::string>({"      start: \"08:15\"\n", "      start: \"26:10\"\n      end: \"05:00\"\n",
                                 "      duration: 20m\n", "      end: \"23:30\"\n",
                                 "      name: Another\n      location: elsewhere\n",
                                 fmt::format("      start: {}T10:00\n", date(day + 1)),
                                 "      areas:\n      - foh\n      participants:\n        optional:\n        - sam\n",
                                 "      status: cancelled\n      notes: |\n        rain\n        again\n"});
}

}  // namespace

std::string random_series(Dice& dice) {
    const int day = 7 + static_cast<int>(dice.below(5));
    const bool all_day = dice.one_in(5);
    std::string text = "name: Series # of meals\n" + times(dice, day, all_day) + "areas:\n- main-stage\n";
    text += "participants:\n  required:\n  - acme-audio # all of them\n";
    text += "repeat:\n" + rule(dice, day);
    std::set<int> skipped, changed;
    while (dice.one_in(2)) skipped.insert(day + static_cast<int>(dice.below(7)));
    while (dice.one_in(2)) changed.insert(day + static_cast<int>(dice.below(7)));
    if (!skipped.empty()) text += "  skip:\n";
    for (const int one : skipped) text += fmt::format("  - {} # not then\n", date(one));
    for (const int one : skipped) changed.erase(one);
    if (!changed.empty()) text += "  changes:\n";
    for (const int one : changed) text += fmt::format("    {}:\n{}", date(one), change(dice, all_day, one));
    return text + "# the end\n";
}

}  // namespace backops::edits::tests
