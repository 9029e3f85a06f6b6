#include "cmd/nouns.h"
#include "cmd/record_verbs.h"
#include "cmd/values.h"

namespace backops::cmd {

Noun view_noun() {
    const std::vector<Option> keys = with_shared_keys(
        {{"--event", "", "the event's own calendar", false, Effect::set_true, "event"},
         {"--area", value::area, "an area's calendar", true, Effect::add, "areas"},
         {"--collab", value::collaborator, "a collaborator's calendar", true, Effect::add, "collaborators"},
         {"--crew", value::person, "a person's calendar", true, Effect::add, "crew"},
         {"--with-team", "", "with each person's collaborator's calendar", false, Effect::set_true, "with_team"},
         {"--match", value::match, "what is on any of these calendars, or on all", false, Effect::set, "match"},
         {"--kind", value::kind, "only this kind", true, Effect::add, "kinds"},
         {"--status", value::status, "only this status", true, Effect::add, "statuses"},
         {"--role", value::role, "only in this role", true, Effect::add, "roles"},
         {"--text", "WORDS", "only what has all these words", false, Effect::set, "text"},
         {"--during", value::timeframe, "only during a time frame", false, Effect::set, "during"},
         {"--audience", value::audience, "what these may see: public, crew or private", false, Effect::set,
          "audience"}});
    return {
        "view",
        "saved selections of schedules",
        {add_verb("Saves a selection", keys), list_verb("Lists the views"), show_verb("Shows views"),
         edit_verb("Changes views", keys), rename_verb("Gives a view another name or id"), rm_verb("Removes views")}};
}

}  // namespace backops::cmd
