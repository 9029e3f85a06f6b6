#pragma once

#include <libical/ical.h>

#include <memory>
#include <string>

namespace backops::exchange {

/// The functions of libical that are called, by their names there.
#define BACKOPS_ICAL_FUNCTIONS(X)       \
    X(icalcomponent_add_component)      \
    X(icalcomponent_add_property)       \
    X(icalcomponent_as_ical_string_r)   \
    X(icalcomponent_free)               \
    X(icalcomponent_get_first_property) \
    X(icalcomponent_isa)                \
    X(icalcomponent_new)                \
    X(icalcomponent_new_from_string)    \
    X(icalerror_set_errors_are_fatal)   \
    X(icalmemory_free_buffer)           \
    X(icalparameter_new_cn)             \
    X(icalparameter_new_from_string)    \
    X(icalparameter_new_tzid)           \
    X(icalproperty_add_parameter)       \
    X(icalproperty_get_value)           \
    X(icalproperty_new)                 \
    X(icalproperty_set_value)           \
    X(icalproperty_set_x_name)          \
    X(icalvalue_as_ical_string_r)       \
    X(icalvalue_free)                   \
    X(icalvalue_get_text)               \
    X(icalvalue_new_from_string)        \
    X(icalvalue_new_text)               \
    X(icalvalue_new_x)

/// libical, that is loaded when it is first used: linked, it would bring ICU to every start of the program.
struct IcalLibrary {
#define BACKOPS_ICAL_MEMBER(name) decltype(&::name) name = nullptr;
    BACKOPS_ICAL_FUNCTIONS(BACKOPS_ICAL_MEMBER)
#undef BACKOPS_ICAL_MEMBER
};

/// Throws text::Failure when it is not installed, or lacks one of these functions. Errors in what it reads do not end
/// the program.
const IcalLibrary& ical();

struct FreeComponent {
    void operator()(icalcomponent* component) const { ical().icalcomponent_free(component); }
};
/// A component with all that is in it.
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// The text that one of the functions named `…_r` returned, which is ours to free; empty for null.
std::string taken_text(char* text);

}  // namespace backops::exchange
