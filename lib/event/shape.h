#pragma once

#include "event/record_file.h"

namespace backops::event {

/// Holds a record's tree against the field table; adds what is wrong and what refers elsewhere to `file`.
void check_shape(RecordFile& file);

/// What the values of one record say against each other, as far as they can be read; see each rule's message.
void check_sense(RecordFile& file);

}  // namespace backops::event
