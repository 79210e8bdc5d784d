# Embeds migrations/<set>/NNNN_name.sql into lots_storage: storage/migrate.h gives them as migrations_of(set).
file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*/*.sql)
set(embedded_migrations ${CMAKE_BINARY_DIR}/generated/storage/embedded_migrations.cpp)
add_custom_command(
    OUTPUT ${embedded_migrations}
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${CMAKE_SOURCE_DIR}/migrations -D OUTPUT=${embedded_migrations}
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
    DEPENDS ${migration_files} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
    COMMENT "Embedding the migrations" VERBATIM)
target_sources(lots_storage PRIVATE ${embedded_migrations})
