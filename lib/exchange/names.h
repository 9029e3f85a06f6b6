#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "event/directory.h"
#include "event/fresh_ids.h"

namespace backops::exchange {

/// A record that an import makes.
struct Created {
    event::Noun noun = event::Noun::area;
    std::string id;
    std::string name;
    std::string collaborator;  ///< of a crew member
};

/// Whom or what a name in a cell means: an id, or why it means none.
struct Answer {
    std::string id;
    std::string rule;
    std::string message;
    std::vector<std::string> hints;
};

/// Finds the records that a spreadsheet names: an exact id always wins, then the case-folded name. A name that several
/// have is no answer but lists them. Names are read once, when the first cell needs them; what is created is found
/// again.
class Names {
  public:
    /// `create`: unknown names make records; people without a company go to `home` (an id or name; empty: the event's
    /// default).
    Names(event::Directory& directory, bool create, std::string home);

    const Answer& area(const std::string& typed);
    /// The area of this id or name, if it is the only one: nothing is made, and nothing looked for.
    std::optional<std::string> known_area(const std::string& typed);
    /// An organizer: a collaborator before a crew member; `Person <Company>` is always a crew member.
    const Answer& organizer(const std::string& typed);
    /// A participant: a crew member before a collaborator.
    const Answer& participant(const std::string& typed);

    const std::vector<Created>& created() const { return created_; }

  private:
    struct Known {
        std::string id;
        std::string collaborator;
    };
    using ByName = std::unordered_map<std::string, std::vector<Known>>;

    Answer found_area(const std::string& typed);
    Answer found_party(const std::string& typed, bool organizes);
    Answer found_in_company(const std::string& typed, std::size_t bracket);
    Answer company(const std::string& typed);
    Answer home();
    ByName& names(event::Noun noun);
    bool exists(event::Noun noun, const std::string& id) const;
    const std::vector<Known>* called(event::Noun noun, const std::string& typed);
    Answer made(event::Noun noun, const std::string& name, const std::string& collaborator = {});
    Answer several(const std::string& typed, event::Noun noun, const std::vector<Known>& those);
    Answer none(const std::string& typed, const std::vector<event::Noun>& nouns, std::string create_hint);
    const std::vector<std::string>& words_for(const std::vector<event::Noun>& nouns);
    std::string name_of(event::Noun noun, const std::string& id);

    event::Directory& directory_;
    bool create_;
    std::string home_;
    std::map<event::Noun, ByName> names_;
    std::map<std::pair<event::Noun, std::string>, std::size_t> created_ids_;
    std::vector<Created> created_;
    event::FreshIds area_ids_, party_ids_;
    std::unordered_map<std::string, Answer> areas_, organizers_, participants_;
    std::map<std::vector<event::Noun>, std::vector<std::string>> candidates_;
    std::size_t misses_ = 0;
};

}  // namespace backops::exchange
