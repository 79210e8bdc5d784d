#pragma once

// Everything a page writer needs.
#include "html/content_components.h"
#include "html/form_components.h"
#include "html/html.h"
#include "html/page.h"
#include "html/sig_components.h"
#include "html/words.h"
