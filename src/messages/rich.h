#pragma once

#include <span>
#include <string>

#include "messages/catalogue.h"

namespace lots {

/// Fills in a text with plural, select or number by ICU. Used by say() only, when the text needs it.
std::string say_rich(Language language, const CatalogueText& text, std::span<const Arg> args);

}  // namespace lots
