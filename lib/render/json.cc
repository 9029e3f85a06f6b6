#include "render/json.h"

#include "render/safe_json.h"

namespace backops::render {

void make_room(Json& object, std::size_t keys) { object.get_ref<Json::object_t&>().reserve(keys); }

std::string dumped(const Json& json) {
    return safe_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace backops::render
