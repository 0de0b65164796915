package io.rendezvous.gateway.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a new conversation may carry.
 *
 * @param maxTitleCharacters the longest title
 * @param maxSystemPromptCharacters the longest system prompt
 * @param maxMetadataEntries the most entries of metadata
 * @param maxMetadataCharacters the longest name or value among them
 * @param createWait how long a request waits for the decider before it is answered all the same
 */
@ConfigurationProperties("rendezvous.conversations")
record ConversationSettings(
    @DefaultValue("200") int maxTitleCharacters,
    @DefaultValue("8000") int maxSystemPromptCharacters,
    @DefaultValue("16") int maxMetadataEntries,
    @DefaultValue("500") int maxMetadataCharacters,
    @DefaultValue("2s") Duration createWait) {}
