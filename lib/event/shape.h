#pragma once

#include "event/record_file.h"

namespace backops::event {

/// Holds a record's tree against the field table; adds what is wrong and what refers elsewhere to `file`.
void check_shape(RecordFile& file);

/// What the values of one record say against each other, as far as they can be read; see each rule's message.
void check_sense(RecordFile& file);

/// Of a key with nothing after it, the comment that was hardly meant as one, as in `radio: #3`; empty without one.
std::string_view value_in_comment(std::string_view text, const yaml::Entry& entry);

}  // namespace backops::event
