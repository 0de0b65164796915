package io.rendezvous.gateway.usage;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Users see what their model calls took. */
@Configuration(proxyBeanMethods = false)
@Import(UsageController.class)
public class UsageConfiguration {}
