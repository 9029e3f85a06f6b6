#include "cmd/activity_verbs.h"
#include "cmd/nouns.h"
#include "cmd/record_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/values.h"
#include "cmd/writing.h"

namespace backops::cmd {
namespace {

std::vector<Option> keys() {
    return with_shared_keys(
        {{"--start", value::time,
          "when it begins: \"fri 14:00\", 2026-06-12T14:00, \"doors - 30m\"; a day alone: all day"},
         {"--all-day", "", "it lasts the whole of the day that --start names, also when it had a clock time"},
         {"--end", "TIME", "when it ends; a clock time is the first after the start; all day: the last day"},
         {"--for", "LENGTH", "how long it lasts: 90m, 1h30"},
         {"--area", value::area, "an area that it takes", true, Effect::add, "areas"},
         {"--location", "TEXT", "the exact place inside the area", false, Effect::set, "location"},
         {"--required", value::party, "a collaborator or person who must be there", true, Effect::add,
          "participants.required"},
         {"--optional", value::party, "a collaborator or person who may be there", true, Effect::add,
          "participants.optional"},
         {"--organizer", value::party, "a collaborator or person who arranges it", true, Effect::add, "organizers"},
         {"--need", "\"N ROLE [COLLAB]\"", "people not named yet: \"4 stagehand acme-audio\"", true, Effect::add,
          "needs"},
         {"--kind", value::kind, "such as rehearsal; call, meal, travel, show, hold and curfew carry meaning", false,
          Effect::set, "kind"},
         {"--status", value::status, "confirmed (the default), tentative or cancelled", false, Effect::set, "status"},
         {"--repeat", "RULE", "when it happens again: \"day during show-days\", \"week on fri sat count 4\"", false,
          Effect::set, "repeat"},
         {"--global", "", "it is on the event's own calendar", false, Effect::set_true, "global"},
         {"--not-global", "", "it is not on the event's own calendar", false, Effect::set_false, "global"},
         {"--fixed", "", "a hard time that shifting leaves alone", false, Effect::set_true, "fixed"},
         {"--not-fixed", "", "it may be shifted", false, Effect::set_false, "fixed"},
         {"--busy", "", "who is in it cannot be elsewhere; the default", false, Effect::set_true, "busy"},
         {"--not-busy", "", "other things may happen at the same time", false, Effect::set_false, "busy"},
         {"--visibility", value::audience, "who may see it: public, crew (the default) or private", false, Effect::set,
          "visibility"},
         {"--timezone", value::zone, "when it is not its areas' or the event's", false, Effect::set, "timezone"}});
}

std::vector<Option> list_options() {
    std::vector<Option> options = calendar_options();
    for (const auto& more : {range_options(), filter_options(Purpose::select)})
        options.insert(options.end(), more.begin(), more.end());
    options.push_back({"--format", {"FORMAT", "text ids json"}, "text, ids (one a line) or json"});
    return options;
}

std::vector<Option> shift_options() {
    std::vector<Option> options{{"--by", "LENGTH", "how far: 15m later, -15m earlier"}};
    for (const auto& more :
         {calendar_options(), range_options(), filter_options(Purpose::select), checked_write_options()})
        options.insert(options.end(), more.begin(), more.end());
    return options;
}

std::vector<Option> copy_options() {
    std::vector<Option> options{{"--to", value::day, "to this show day, at the same clock time", true},
                                {"--start", value::time, "at this time instead"},
                                {"--area", value::area, "in this area instead of the original's", true},
                                {"--name", "NAME", "under another name"},
                                {"--id", "ID", "with this id; without it, one is made from the name"}};
    for (const Option& option : checked_write_options()) options.push_back(option);
    return options;
}

Verb edit_activities_verb() {
    Verb verb = edit_verb(
        "Changes activities\nOf crew-breakfast@2026-06-13 only that date changes, of "
        "crew-breakfast@2026-06-13.. that one and all that follow.",
        keys());
    verb.run = edit_activities;
    verb.options.push_back(
        {"--series", "", "what no date of a series has by itself, such as its kind, is changed on all its dates"});
    return verb;
}

Verb with_run(Verb verb, int (*run)(Session&, const Arguments&)) {
    verb.run = run;
    return verb;
}

}  // namespace

Noun activity_noun() {
    std::vector<Verb> verbs{
        add_verb("Adds activities", keys()),
        {"list", "Lists activities in order of time, what starts in the range", {}, list_options(), list_activities},
        with_run(show_verb("Shows activities, or dates of series"), show_activities),
        edit_activities_verb(),
        with_run(rename_verb("Gives an activity another name or id, or a date of a series another name"),
                 rename_activity),
        with_run(rm_verb("Removes activities; a date of a series is skipped"), remove_activities),
        {"copy",
         "Copies activities, to other days, times or areas",
         {{"ID…", "<id>"}, 1, 100'000},
         copy_options(),
         copy_activities},
        {"shift",
         "Moves activities later or earlier, in one step; what is fixed stays\nBy ids, or all that is selected and "
         "starts in the range.",
         {{"ID…", "<id>"}, 0, 100'000},
         shift_options(),
         shift_activities},
        {"skip", "Leaves dates out of series", {{"ID@DATE…", "<id>"}, 1, 100'000}, checked_write_options(), skip_dates},
        {"unskip",
         "Brings skipped dates back",
         {{"ID[@DATE]…", "<id>"}, 1, 100'000},
         checked_write_options(),
         unskip_dates}};
    for (Verb& verb : segment_verbs()) verbs.push_back(std::move(verb));
    return {"activity", "what happens, when, where, with whom", std::move(verbs)};
}

}  // namespace backops::cmd
