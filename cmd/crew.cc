#include "check/missing_attributes.h"
#include "cmd/crew_list.h"
#include "cmd/nouns.h"
#include "cmd/record_verbs.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "event/load.h"
#include "render/record_json.h"
#include "render/table.h"

namespace backops::cmd {
namespace {

std::optional<std::string> if_any(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

int missing(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    event::Directory directory = session.open(files::Access::read);
    const event::Loading loading = event::load(directory);
    event::Intake intake = session.intake(directory);
    const auto typed = arguments.value("--collab");
    const std::string company = typed ? intake.id(event::Noun::collaborator, *typed) : "";
    std::vector<std::vector<std::string>> cells;
    std::vector<render::Row> rows;
    for (const check::MissingAttribute& one : check::missing_attributes(loading.plan)) {
        if (!company.empty() && one.person->collaborator != company) continue;
        const model::Collaborator* collaborator = model::find(loading.plan.collaborators, one.person->collaborator);
        const std::string source = one.crew_provided ? "the person" : "the office";
        cells.push_back({collaborator ? collaborator->name : one.person->collaborator, one.person->name, one.name,
                         source, one.person->email});
        rows.push_back({{"collaborator", one.person->collaborator},
                        {"crew", one.person->id},
                        {"name", one.person->name},
                        {"email", if_any(one.person->email)},
                        {"attribute", one.attribute},
                        {"from", one.crew_provided ? "crew" : "office"}});
    }
    session.notices(intake);
    if (format == "json")
        session.out(render::rows_json("backops/missing/1", "rows", rows));
    else if (cells.empty())
        session.note("nothing is missing");
    else
        session.out(render::table({"COLLABORATOR", "NAME", "MISSING", "ASK", "E-MAIL"}, cells, session.width(),
                                  session.colour()));
    return 0;
}

}  // namespace

Noun crew_noun() {
    const std::vector<Option> keys = with_shared_keys(
        {{"--collab", value::collaborator, "the organisation that the person belongs to", false, Effect::set,
          "collaborator"},
         {"--role", "TEXT", "such as FOH engineer", false, Effect::set, "role"},
         {"--department", "TEXT", "such as Audio", false, Effect::set, "department"},
         {"--title", "TEXT", "such as Dr", false, Effect::set, "title"},
         {"--email", "ADDRESS", "the person's address", false, Effect::set, "email"},
         {"--phone", "NUMBER", "the person's number", false, Effect::set, "phone"},
         {"--radio", "CHANNEL", "the channel that the person is on", false, Effect::set, "radio"},
         {"--visibility", value::audience, "who may see the name: public, crew (the default) or private", false,
          Effect::set, "visibility"},
         {"--overlap", value::overlap, "two activities at once: allow, warn or forbid", false, Effect::set, "overlap"},
         {"--attribute", "ID=VALUE", "a value of one of the event's crew attributes", true, Effect::add,
          "attributes"}});
    Verb add = add_verb("Adds people", keys);
    add.words.least = 0;  // a person may be known by an address alone
    return {"crew",
            "the people inside collaborators",
            {add,
             crew_list_verb(),
             show_verb("Shows people"),
             edit_verb("Changes people", keys),
             rename_verb("Gives a person another name or id"),
             rm_verb("Removes people"),
             {"missing",
              "Lists what each person must still supply",
              {},
              {{"--collab", value::collaborator, "only this collaborator's"},
               {"--format", value::text_or_json, "text or json"}},
              missing}}};
}

}  // namespace backops::cmd
