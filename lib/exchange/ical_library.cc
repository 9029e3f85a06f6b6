#include "exchange/ical_library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include "text/failure.h"

namespace backops::exchange {

namespace {

constexpr const char* file = "libical.so.3";

[[noreturn]] void fail(std::string_view what) {
    throw text::Failure(fmt::format("calendar files need libical, and {}", what),
                        {"install it: on Debian and Ubuntu the package is libical3"});
}

template <class Function>
void find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(dlsym(library, name));
    if (!function) fail(fmt::format("{} has no {}", file, name));
}

IcalLibrary loaded() {
    void* library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char* said = dlerror();
        const std::string reason = said ? said : "";
        if (reason.empty() || reason.find("No such file") != std::string::npos)
            fail(fmt::format("{} is not installed", file));
        throw text::Failure("calendar files need libical, which cannot be loaded: " + reason);
    }
    IcalLibrary functions;
#define BACKOPS_ICAL_FIND(name) find(library, #name, functions.name);
    BACKOPS_ICAL_FUNCTIONS(BACKOPS_ICAL_FIND)
#undef BACKOPS_ICAL_FIND
    functions.icalerror_set_errors_are_fatal(0);
    return functions;
}

}  // namespace

const IcalLibrary& ical() {
    static const IcalLibrary library = loaded();
    return library;
}

std::string taken_text(char* text) {
    if (!text) return {};
    std::string taken = text;
    ical().icalmemory_free_buffer(text);
    return taken;
}

}  // namespace backops::exchange
