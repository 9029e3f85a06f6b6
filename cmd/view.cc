#include "cmd/nouns.h"
#include "cmd/record_verbs.h"

namespace backops::cmd {

Noun view_noun() {
    const std::vector<Option> keys = with_shared_keys(
        {{"--event", "", "the event's own calendar", false, Effect::set_true, "event"},
         {"--area", "ID", "an area's calendar", true, Effect::add, "areas"},
         {"--collab", "ID", "a collaborator's calendar", true, Effect::add, "collaborators"},
         {"--crew", "ID", "a person's calendar", true, Effect::add, "crew"},
         {"--with-team", "", "with each person's collaborator's calendar", false, Effect::set_true, "with_team"},
         {"--match", "any|all", "what is on any of these calendars, or on all", false, Effect::set, "match"},
         {"--kind", "KIND", "only this kind", true, Effect::add, "kinds"},
         {"--status", "STATUS", "only this status", true, Effect::add, "statuses"},
         {"--role", "ROLE", "only in this role", true, Effect::add, "roles"},
         {"--text", "WORDS", "only what has all these words", false, Effect::set, "text"},
         {"--during", "TIMEFRAME", "only during a time frame", false, Effect::set, "during"},
         {"--audience", "WHO", "what these may see: public, crew or private", false, Effect::set, "audience"}});
    return {
        "view",
        "saved selections of schedules",
        {add_verb("Saves a selection", keys), list_verb("Lists the views"), show_verb("Shows views"),
         edit_verb("Changes views", keys), rename_verb("Gives a view another name or id"), rm_verb("Removes views")}};
}

}  // namespace backops::cmd
