package io.rendezvous.gateway.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The page at the root. */
@Configuration(proxyBeanMethods = false)
@Import(PageController.class)
public class PageConfiguration {}
