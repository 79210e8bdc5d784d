# The page assets (style sheet, script, fonts) become bytes in the program: lots_assets, with generated/assets/assets.h as table.
# npm is needed while building only. Node 20.19 or newer; an older one fetches its successor as the npm package `node`.
set(LOTS_ASSETS_DIR ${CMAKE_BINARY_DIR}/generated/assets)
set(LOTS_ASSETS_NODE_FALLBACK npx --yes --ignore-scripts=false --package=node@22.23.3 node)

if(LOTS_ASSETS)
    find_program(LOTS_NPM npm REQUIRED)
    find_program(LOTS_NODE NAMES node nodejs REQUIRED)
    find_program(LOTS_FLOCK flock REQUIRED)
    execute_process(COMMAND ${LOTS_NODE} --version OUTPUT_VARIABLE node_version OUTPUT_STRIP_TRAILING_WHITESPACE)
    string(REGEX REPLACE "^v" "" node_version "${node_version}")
    set(run_node ${LOTS_NODE})
    if(node_version VERSION_LESS 20.19)
        set(run_node ${LOTS_ASSETS_NODE_FALLBACK})
    endif()

    # One installation for all build directories; the lock keeps two builds from installing at once.
    set(installed ${CMAKE_SOURCE_DIR}/node_modules/.lots-lock.json)
    add_custom_command(
        OUTPUT ${CMAKE_BINARY_DIR}/generated/npm.stamp
        COMMAND ${LOTS_FLOCK} ${CMAKE_SOURCE_DIR}/package.json sh -c
                "cmp -s package-lock.json '${installed}' || { PUPPETEER_SKIP_DOWNLOAD=1 '${LOTS_NPM}' ci --no-audit --no-fund --loglevel=error && cp package-lock.json '${installed}'; }"
        COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/generated/npm.stamp
        DEPENDS ${CMAKE_SOURCE_DIR}/package.json ${CMAKE_SOURCE_DIR}/package-lock.json
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        COMMENT "npm ci" VERBATIM)

    file(GLOB_RECURSE asset_inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*.scss ${CMAKE_SOURCE_DIR}/assets/*.js
         ${CMAKE_SOURCE_DIR}/assets/*.mjs ${CMAKE_SOURCE_DIR}/assets/*.svg)
    # The stamp is touched each time, the two others only when they changed: an edit that changes nothing compiles nothing.
    add_custom_command(
        OUTPUT ${LOTS_ASSETS_DIR}/assets.stamp
        BYPRODUCTS ${LOTS_ASSETS_DIR}/assets.S ${LOTS_ASSETS_DIR}/assets.h
        COMMAND ${run_node} ${CMAKE_SOURCE_DIR}/assets/build.mjs ${LOTS_ASSETS_DIR}
        COMMAND ${CMAKE_COMMAND} -E touch ${LOTS_ASSETS_DIR}/assets.stamp
        DEPENDS ${asset_inputs} ${CMAKE_BINARY_DIR}/generated/npm.stamp
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        COMMENT "Page assets" VERBATIM)
else()
    # Without npm, for work on other rooms: the same names, nothing in them.
    add_custom_command(
        OUTPUT ${LOTS_ASSETS_DIR}/assets.stamp
        BYPRODUCTS ${LOTS_ASSETS_DIR}/assets.S ${LOTS_ASSETS_DIR}/assets.h
        COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/assets/no_assets.h ${LOTS_ASSETS_DIR}/assets.h
        COMMAND ${CMAKE_COMMAND} -E touch ${LOTS_ASSETS_DIR}/assets.S ${LOTS_ASSETS_DIR}/assets.stamp
        DEPENDS ${CMAKE_SOURCE_DIR}/assets/no_assets.h
        COMMENT "No page assets" VERBATIM)
endif()

add_custom_target(lots_assets_made DEPENDS ${LOTS_ASSETS_DIR}/assets.stamp)
add_library(lots_assets STATIC ${LOTS_ASSETS_DIR}/assets.S)
set_source_files_properties(${LOTS_ASSETS_DIR}/assets.S PROPERTIES GENERATED ON)
target_include_directories(lots_assets PUBLIC ${CMAKE_BINARY_DIR}/generated)
add_dependencies(lots_assets lots_assets_made)

if(TARGET lots_html)
    add_dependencies(lots_html lots_assets_made)
    target_link_libraries(lots_html PUBLIC lots_assets)
endif()
if(TARGET html_test)
    # Only the test reads JSON: the fixtures of govuk-frontend.
    target_link_libraries(html_test PRIVATE Boost::json)
endif()
