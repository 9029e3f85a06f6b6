#pragma once

#include <string>

#include "event/fields.h"
#include "yaml/random_record.h"
#include "yaml/value.h"

namespace backops::event::tests {

using yaml::test::Dice;

/// What a person might type for one value of the field; of a list, for one item. References are ids of `summer_sound`.
std::string typed_value(const Field& field, Dice& dice);

/// A record of the noun with some of its keys, shuffled, in every style that people write by hand: comments above,
/// behind and between, flow lists and maps, all quotes, lists at their key's column or deeper, block texts, blank
/// lines, CRLF, a BOM, `---`, no final line end, keys of one's own. Each comment is another.
std::string odd_record(Noun noun, Dice& dice);

}  // namespace backops::event::tests
